CREATE TABLE IF NOT EXISTS "__schemasync_ledger" ("run_id" TEXT, "format" INTEGER, "started_at" TEXT, "finished_at" TEXT, "who" TEXT, "host" TEXT, "tool_version" TEXT, "action" TEXT, "plan_hash" TEXT, "from_fingerprint" TEXT, "to_fingerprint" TEXT, "outcome" TEXT, PRIMARY KEY ("run_id")) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "__schemasync_ledger_steps" ("run_id" TEXT, "ordinal" INTEGER, "sql" TEXT, "serves" TEXT, "state" TEXT, "duration_ms" INTEGER, PRIMARY KEY ("run_id", "ordinal")) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "__schemasync_snapshots" ("fingerprint" TEXT, "json" TEXT, PRIMARY KEY ("fingerprint")) WITHOUT ROWID;
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000001', 1, '2026-01-31T12:01:00.0000000Z', '2026-01-31T12:01:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', 'c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', 'succeeded');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000002', 1, '2026-01-31T12:02:00.0000000Z', '2026-01-31T12:02:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'revert', '07913239c9e8d42fcd39da156d79fea4dcc8b373ef5cd2696b49275bc7887669', 'c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', 'fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', 'succeeded');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000003', 1, '2026-01-31T12:03:00.0000000Z', '2026-01-31T12:03:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'apply', '97a5e41b45ddd2b2381046e77ccfa5c45d3553b81b66aeba7ed5c460c660f93f', 'fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', 'c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', 'succeeded');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000004', 1, '2026-01-31T12:04:00.0000000Z', '2026-01-31T12:04:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', 'fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', 'failed');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000005', 1, '2026-01-31T12:05:00.0000000Z', '2026-01-31T12:05:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', 'fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', 'interrupted');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000006', 1, '2026-01-31T12:06:00.0000000Z', '2026-01-31T12:06:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', 'fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', 'running');
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('0194bc00000000000000000000000001', 1, 'CREATE TABLE t (a ''x;
\y'')', 'add table t', 'done', 12);
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('0194bc00000000000000000000000004', 1, 'ALTER', 'alter table t', 'failed', 0);
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('0194bc00000000000000000000000004', 2, 'DROP', 'drop table t', 'skipped', 0);
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('0194bc00000000000000000000000006', 1, 'CREATE INDEX i', 'add index i', 'started', 0);
INSERT INTO __schemasync_snapshots (fingerprint, json) VALUES ('c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c', '{
  "format": "schemasync-snapshot",
  "version": 1,
  "digest": "9086e773f02139c55399f03fa50e7f4de406d6bf8625f6c74da154288d731dc4",
  "provider": "Sqlite",
  "form": "server",
  "fingerprint": "c95fd02e9720fe470f15219a8f92ee07030e33427001017e9fde2f523c9fcf0c",
  "tables": [
    {
      "name": "t",
      "columns": [
        {
          "name": "a",
          "type": {
            "native": "int"
          },
          "nullable": true,
          "default": "''ü\\''"
        },
        {
          "name": "b",
          "type": {
            "native": "int"
          },
          "nullable": true,
          "default": "''ü\\''"
        }
      ]
    }
  ],
  "intents": [
    {
      "intent": "RenamedFrom",
      "kind": "column",
      "owner": "t",
      "name": "b",
      "former": "old"
    }
  ]
}
');
INSERT INTO __schemasync_snapshots (fingerprint, json) VALUES ('fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf', '{
  "format": "schemasync-snapshot",
  "version": 1,
  "digest": "359f9d8e2937877bd6f2fe3be53b931de7ba13a864f1c5a520e9897c81c4d1f4",
  "provider": "Sqlite",
  "form": "server",
  "fingerprint": "fbae53ea7ecf880fb8b4055497a3108fec748cca39ceed8bcb4eb29c066f1faf",
  "tables": [
    {
      "name": "t",
      "columns": [
        {
          "name": "a",
          "type": {
            "native": "int"
          },
          "nullable": true,
          "default": "''ü\\''"
        }
      ]
    }
  ]
}
');
