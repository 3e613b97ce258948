package org.parley.store.migrations;

import java.time.Instant;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parley.store.people.AuditMigration;

/// Chains what an earlier schema kept of accounts and of what was seen.
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and words from the name
public final class V5__Audit_chain extends BaseJavaMigration {

  @Override
  public void migrate(Context context) {
    AuditMigration.run(context.getConnection(), Instant.now());
  }
}
