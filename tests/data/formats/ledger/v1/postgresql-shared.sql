CREATE TABLE IF NOT EXISTS "__schemasync"."__schemasync_ledger" ("tenant" text, "run_id" text, "format" bigint, "started_at" text, "finished_at" text, "who" text, "host" text, "tool_version" text, "action" text, "plan_hash" text, "from_fingerprint" text, "to_fingerprint" text, "outcome" text, "place" text, PRIMARY KEY ("tenant", "run_id"));
CREATE TABLE IF NOT EXISTS "__schemasync"."__schemasync_ledger_steps" ("tenant" text, "run_id" text, "ordinal" bigint, "sql" text, "serves" text, "state" text, "duration_ms" bigint, PRIMARY KEY ("tenant", "run_id", "ordinal"));
CREATE TABLE IF NOT EXISTS "__schemasync"."__schemasync_snapshots" ("tenant" text, "fingerprint" text, "json" text, PRIMARY KEY ("tenant", "fingerprint"));
INSERT INTO "__schemasync"."__schemasync_ledger" (tenant, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome, place) VALUES ('a', '0194bc00000000000000000000000001', 1, '2026-01-31T12:01:00.0000000Z', '2026-01-31T12:01:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', 'succeeded', '1/2');
INSERT INTO "__schemasync"."__schemasync_ledger" (tenant, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome, place) VALUES ('a', '0194bc00000000000000000000000002', 1, '2026-01-31T12:02:00.0000000Z', '2026-01-31T12:02:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'revert', '07913239c9e8d42fcd39da156d79fea4dcc8b373ef5cd2696b49275bc7887669', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', 'succeeded', '1/2');
INSERT INTO "__schemasync"."__schemasync_ledger" (tenant, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome, place) VALUES ('a', '0194bc00000000000000000000000003', 1, '2026-01-31T12:03:00.0000000Z', '2026-01-31T12:03:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'apply', '97a5e41b45ddd2b2381046e77ccfa5c45d3553b81b66aeba7ed5c460c660f93f', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', 'succeeded', '1/2');
INSERT INTO "__schemasync"."__schemasync_ledger" (tenant, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome, place) VALUES ('a', '0194bc00000000000000000000000004', 1, '2026-01-31T12:04:00.0000000Z', '2026-01-31T12:04:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', 'failed', '1/2');
INSERT INTO "__schemasync"."__schemasync_ledger" (tenant, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome, place) VALUES ('a', '0194bc00000000000000000000000005', 1, '2026-01-31T12:05:00.0000000Z', '2026-01-31T12:05:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', 'interrupted', '1/2');
INSERT INTO "__schemasync"."__schemasync_ledger" (tenant, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome, place) VALUES ('a', '0194bc00000000000000000000000006', 1, '2026-01-31T12:06:00.0000000Z', '2026-01-31T12:06:00.0000007Z', 'Zoë''s "account" \', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', 'running', '1/2');
INSERT INTO "__schemasync"."__schemasync_ledger_steps" (tenant, run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('a', '0194bc00000000000000000000000001', 1, 'CREATE TABLE t (a ''x;
\y'')', 'add table t', 'done', 12);
INSERT INTO "__schemasync"."__schemasync_ledger_steps" (tenant, run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('a', '0194bc00000000000000000000000004', 1, 'ALTER', 'alter table t', 'failed', 0);
INSERT INTO "__schemasync"."__schemasync_ledger_steps" (tenant, run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('a', '0194bc00000000000000000000000004', 2, 'DROP', 'drop table t', 'skipped', 0);
INSERT INTO "__schemasync"."__schemasync_ledger_steps" (tenant, run_id, ordinal, "sql", serves, state, duration_ms) VALUES ('a', '0194bc00000000000000000000000006', 1, 'CREATE INDEX i', 'add index i', 'started', 0);
INSERT INTO "__schemasync"."__schemasync_snapshots" (tenant, fingerprint, json) VALUES ('a', '7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80', '{
  "format": "schemasync-snapshot",
  "version": 1,
  "digest": "f7b63e5fd72b76f2fdcc5acb15ee2e0e035a9011aae1f755ff21e270aa216ace",
  "provider": "PostgreSql",
  "form": "server",
  "fingerprint": "7b191137410dade0c129b5d681c690cbb7f5a1deca4a0ec7ed407da67c3c7b80",
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
INSERT INTO "__schemasync"."__schemasync_snapshots" (tenant, fingerprint, json) VALUES ('a', 'eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960', '{
  "format": "schemasync-snapshot",
  "version": 1,
  "digest": "1952bb7f1be22a59f18c141bd7e74d461aefdefcc018f1aceb4737ea553542a3",
  "provider": "PostgreSql",
  "form": "server",
  "fingerprint": "eaea093beec97c7851752199bcad859af161ef527637641d9601b728f97b9960",
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
