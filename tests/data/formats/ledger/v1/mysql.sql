CREATE TABLE IF NOT EXISTS `__schemasync_ledger` (`run_id` varchar(64), `format` bigint, `started_at` varchar(40), `finished_at` varchar(40), `who` varchar(255), `host` varchar(255), `tool_version` varchar(100), `action` varchar(40), `plan_hash` varchar(100), `from_fingerprint` varchar(100), `to_fingerprint` varchar(100), `outcome` varchar(40), PRIMARY KEY (`run_id`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE IF NOT EXISTS `__schemasync_ledger_steps` (`run_id` varchar(64), `ordinal` bigint, `sql` longtext, `serves` longtext, `state` varchar(40), `duration_ms` bigint, PRIMARY KEY (`run_id`, `ordinal`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE IF NOT EXISTS `__schemasync_snapshots` (`fingerprint` varchar(100), `json` longtext, PRIMARY KEY (`fingerprint`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000001', 1, '2026-01-31T12:01:00.0000000Z', '2026-01-31T12:01:00.0000007Z', 'Zoë''s "account" \\', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', '378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', 'f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', 'succeeded');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000002', 1, '2026-01-31T12:02:00.0000000Z', '2026-01-31T12:02:00.0000007Z', 'Zoë''s "account" \\', 'büro', '0.1.0', 'revert', '07913239c9e8d42fcd39da156d79fea4dcc8b373ef5cd2696b49275bc7887669', 'f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', '378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', 'succeeded');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000003', 1, '2026-01-31T12:03:00.0000000Z', '2026-01-31T12:03:00.0000007Z', 'Zoë''s "account" \\', 'büro', '0.1.0', 'apply', '97a5e41b45ddd2b2381046e77ccfa5c45d3553b81b66aeba7ed5c460c660f93f', '378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', 'f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', 'succeeded');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000004', 1, '2026-01-31T12:04:00.0000000Z', '2026-01-31T12:04:00.0000007Z', 'Zoë''s "account" \\', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', '378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', 'failed');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000005', 1, '2026-01-31T12:05:00.0000000Z', '2026-01-31T12:05:00.0000007Z', 'Zoë''s "account" \\', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', '378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', 'interrupted');
INSERT INTO __schemasync_ledger (run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome) VALUES ('0194bc00000000000000000000000006', 1, '2026-01-31T12:06:00.0000000Z', '2026-01-31T12:06:00.0000007Z', 'Zoë''s "account" \\', 'büro', '0.1.0', 'sync', '75c75efe327a8ef35a072f25117961f5b99e35035dc9bd86493dd29fd7bc07eb', 'f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', '378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', 'running');
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, `sql`, serves, state, duration_ms) VALUES ('0194bc00000000000000000000000001', 1, 'CREATE TABLE t (a ''x;
\\y'')', 'add table t', 'done', 12);
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, `sql`, serves, state, duration_ms) VALUES ('0194bc00000000000000000000000004', 1, 'ALTER', 'alter table t', 'failed', 0);
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, `sql`, serves, state, duration_ms) VALUES ('0194bc00000000000000000000000004', 2, 'DROP', 'drop table t', 'skipped', 0);
INSERT INTO __schemasync_ledger_steps (run_id, ordinal, `sql`, serves, state, duration_ms) VALUES ('0194bc00000000000000000000000006', 1, 'CREATE INDEX i', 'add index i', 'started', 0);
INSERT INTO __schemasync_snapshots (fingerprint, json) VALUES ('378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf', '{
  "format": "schemasync-snapshot",
  "version": 1,
  "digest": "e3520535ee3832087354b2b60a4f700ac1d3c1361317159045f5f86d07cbe9ce",
  "provider": "MySql",
  "form": "server",
  "fingerprint": "378394aacb8e3347211c8da68f0479b7ee70cd33eb05f43b7d8228cefb659adf",
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
          "default": "''ü\\\\''"
        }
      ]
    }
  ]
}
');
INSERT INTO __schemasync_snapshots (fingerprint, json) VALUES ('f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71', '{
  "format": "schemasync-snapshot",
  "version": 1,
  "digest": "1f994d75a4e79d156a518a51f12454f6af9da65df8492c0516e16301f045903b",
  "provider": "MySql",
  "form": "server",
  "fingerprint": "f9643941b9627ded276aa51fd5bdabe1f86fe206740472bccf2805e389fb4c71",
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
          "default": "''ü\\\\''"
        },
        {
          "name": "b",
          "type": {
            "native": "int"
          },
          "nullable": true,
          "default": "''ü\\\\''"
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
