namespace SchemaSync.Adapters.Tests;

/// <summary>A Supabase-like project as scripts: what others have in it, and what is ours.</summary>
internal static class SupabaseSql
{
    /// <summary>What is ours, which refers to theirs in every way.</summary>
    public const string Ours = """
        CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE, nick extensions.citext UNIQUE,
            avatar uuid REFERENCES storage.objects (id) ON DELETE SET NULL, updated timestamptz);
        CREATE TABLE posts (id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(),
            author uuid NOT NULL DEFAULT auth.uid() REFERENCES profiles ON DELETE CASCADE, body text NOT NULL CHECK (length(body) > 0));
        ALTER TABLE profiles ENABLE ROW LEVEL SECURITY; ALTER TABLE posts ENABLE ROW LEVEL SECURITY;
        CREATE POLICY "everybody reads" ON profiles FOR SELECT USING (true);
        CREATE POLICY "own profile" ON profiles FOR UPDATE USING (auth.uid() = id) WITH CHECK (auth.uid() = id);
        CREATE POLICY pictures
            ON posts USING (EXISTS (SELECT FROM storage.objects o WHERE o.owner = auth.uid()
            AND 'posts' = ANY (storage.foldername(o.name))));
        CREATE VIEW people AS SELECT p.nick, u.email FROM profiles p JOIN auth.users u ON u.id = p.id;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated := now(); RETURN NEW; END';
        CREATE TRIGGER touched BEFORE UPDATE ON profiles FOR EACH ROW EXECUTE FUNCTION touch();
        """;

    /// <summary>The owners of what is theirs, and the account that owns nothing of it,
    /// is no superuser, and may not create databases.</summary>
    public static string Roles(string auth, string storage, string deployer) =>
        $"CREATE ROLE {auth}; CREATE ROLE {storage}; CREATE ROLE {deployer} LOGIN PASSWORD 'p' NOSUPERUSER NOCREATEDB NOCREATEROLE";

    /// <summary>What is theirs.</summary>
    public static string Theirs(string database, string auth, string storage, string deployer) => $"""
        CREATE SCHEMA auth AUTHORIZATION {auth}; CREATE SCHEMA storage AUTHORIZATION {storage}; CREATE SCHEMA extensions;
        CREATE EXTENSION "uuid-ossp" SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions;
        GRANT USAGE ON SCHEMA extensions TO {storage}, {deployer}; GRANT CREATE ON DATABASE {database} TO {deployer}; GRANT ALL
            ON SCHEMA public TO {deployer};
        SET ROLE {auth};
        CREATE TABLE auth.users (id uuid PRIMARY KEY, email varchar(255) UNIQUE, created_at timestamptz DEFAULT now());
        CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('request.jwt.claim.sub', true),
            '')::uuid $$;
        INSERT INTO auth.users VALUES ('00000000-0000-0000-0000-000000000001', 'a@b'); GRANT USAGE ON SCHEMA auth TO {deployer};
            GRANT SELECT, REFERENCES ON auth.users TO {deployer};
        RESET ROLE; SET ROLE {storage};
        CREATE TABLE storage.buckets (id text PRIMARY KEY, owner uuid);
        CREATE TABLE storage.objects (id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(), bucket text REFERENCES storage.buckets,
            name text, owner uuid);
        CREATE FUNCTION storage.foldername(name text) RETURNS text[] LANGUAGE plpgsql AS 'BEGIN RETURN string_to_array(name, ''/''); END';
        GRANT USAGE ON SCHEMA storage TO {deployer}; GRANT SELECT, REFERENCES ON storage.objects TO {deployer}
        """;
}
