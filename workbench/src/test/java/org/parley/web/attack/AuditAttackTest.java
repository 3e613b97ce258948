package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Database;
import org.parley.store.Verification;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.TestAccounts;
import org.parley.web.SmallWorld;

/// What somebody with the file of the database can do to accounts and audit: every column of every
/// row is altered, every row is deleted and copied. The columns come from the database.
class AuditAttackTest {

  private static final List<String> TABLES =
      List.of("audit", "audit_head", "account", "access_token");

  @TempDir Path folder;

  @Test
  void everyAlterationIsFound() throws Exception {
    try (Attacks attacks = new Attacks("audit tampering");
        Target target = new Target(folder, SmallWorld.build());
        Database database = Database.inFile(folder.resolve("journal"))) {
      target.people.makeToken(
          AccountEditor.OPERATOR,
          "bot",
          "observer",
          null,
          Target.NOON,
          AccessToken.expiry(Target.NOON, 90));
      Target.Client ann = target.as("ann");
      for (String page : List.of("/", "/", "/claims", "/audit", "/audit")) {
        ann.get(page);
      }
      target.people.flush();
      assertInstanceOf(Verification.Intact.class, target.people.verify());
      // rows of sessions and devices point at accounts
      run(database, "delete from session");
      run(database, "delete from device");
      for (String table : TABLES) {
        run(database, "create table kept_" + table + " as select * from " + table);
      }
      for (String table : TABLES) {
        String key =
            table.equals("audit_head") ? "only_one" : table.equals("audit") ? "number" : "name";
        for (Object row : list(database, "select " + key + " as v from " + table)) {
          String where = " where " + key + " = " + literal(row);
          for (Map<String, Object> column : columns(database, table)) {
            String name = String.valueOf(column.get("column_name"));
            if (!name.equals("only_one")) {
              String type = String.valueOf(column.get("data_type")).toUpperCase(Locale.ROOT);
              String altered =
                  type.contains("TIMESTAMP")
                      ? name + " + interval '1' day"
                      : type.contains("INT")
                          ? name + " + 1000000"
                          : type.contains("BOOL")
                              ? "not " + name
                              : "case when "
                                  + name
                                  + " like 'x%' then 'y' else 'x' end || substring(coalesce("
                                  + name
                                  + ", ''), 2)";
              if (name.equals("party") || name.equals("subject")) {
                altered = "case when " + name + " is null then 'x' else null end";
              }
              attack(
                  attacks,
                  target,
                  database,
                  table,
                  "update " + table + " set " + name + " = " + altered + where);
            }
          }
          if (!table.equals("audit_head")) {
            attack(attacks, target, database, table, "delete from " + table + where);
          }
        }
        if (!table.equals("audit_head")) {
          attack(attacks, target, database, table, "delete from " + table);
        }
      }
      attack(
          attacks,
          target,
          database,
          "account",
          "insert into account select 'eve', role, party, password, created from account"
              + " where name = 'ann'");
    }
  }

  @Test
  void alterationsOfFactorsLinksAndSecretsAreFound() throws Exception {
    try (Attacks attacks = new Attacks("sign-in tampering");
        Target target = new Target(folder, SmallWorld.build());
        Database database = Database.inFile(folder.resolve("journal"))) {
      TestAccounts.enrol(target.people, "ann", Target.NOON);
      TestAccounts.addPasskey(target.people, "ann", Target.NOON);
      target.people.passkeys().handle("mo");
      target.people.links().make(AccountEditor.OPERATOR, "al", Target.NOON);
      Instant expires = AccessToken.expiry(Target.NOON, 90);
      AccountEditor by = AccountEditor.OPERATOR;
      target.people.makeToken(by, "bot", "observer", null, Target.NOON, expires);
      target.people.rotateToken(by, "bot", expires, Duration.ofDays(1), Target.NOON);
      assertInstanceOf(Verification.Intact.class, target.people.verify());
      Map<String, List<String>> altered =
          Map.of(
              "second_factor",
              List.of("sealed = 'x'", "account = 'mo'", "created = created + interval '1' day"),
              "passkey",
              List.of(
                  "account = 'mo'",
                  "credential = 'x'",
                  "attested = 'x'",
                  "server = 'x'",
                  "name = 'x'",
                  "device = 'x'",
                  "synced = false",
                  "created = created + interval '1' day"),
              "password_link",
              List.of("hash = 'x'", "account = 'mo'", "expires = expires + interval '1' day"),
              "retired_token",
              List.of("hash = 'x'", "until = until + interval '1' day"));
      for (Map.Entry<String, List<String>> each : altered.entrySet()) {
        String table = each.getKey();
        run(database, "create table kept_" + table + " as select * from " + table);
        for (String set : each.getValue()) {
          attack(attacks, target, database, table, "update " + table + " set " + set);
        }
        attack(attacks, target, database, table, "delete from " + table);
      }
      String handle = "update passkey_owner set handle = 'x' where account = 'ann'";
      run(database, handle);
      Verification found = target.people.verify();
      attacks.tried(handle, found instanceof Verification.Broken, found.toString());
    }
  }

  private static void attack(
      Attacks attacks, Target target, Database database, String table, String statement) {
    run(database, statement);
    Verification found = target.people.verify();
    attacks.tried(statement, found instanceof Verification.Broken, found.toString());
    run(database, "delete from " + table);
    run(database, "insert into " + table + " select * from kept_" + table);
    assertInstanceOf(Verification.Intact.class, target.people.verify(), statement);
  }

  private static void run(Database database, String statement) {
    database.ask(handle -> handle.execute(statement));
  }

  private static List<Object> list(Database database, String query) {
    return database.ask(
        handle -> handle.createQuery(query).map((row, _) -> row.getObject("v")).list());
  }

  private static List<Map<String, Object>> columns(Database database, String table) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select column_name, data_type from information_schema.columns"
                        + " where lower(table_name) = :table and lower(table_schema) = 'public'")
                .bind("table", table)
                .mapToMap()
                .list());
  }

  private static String literal(Object value) {
    return value instanceof String word ? "'" + word + "'" : value.toString();
  }
}
