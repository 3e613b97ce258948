package org.parley.store.migrations;

import java.time.Instant;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parley.store.people.AuditMigration;

/// Adds the hash chain to accounts and access records of an earlier schema.
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and description from the name.
public final class V5__Audit_chain extends BaseJavaMigration {

  @Override
  public void migrate(Context context) {
    AuditMigration.run(context.getConnection(), Instant.now());
  }
}
