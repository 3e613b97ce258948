package org.parley.store.people;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Recovery codes: good once each, for those who have lost their phone. A code has 120 random bits,
/// so its plain hash is stored (ASVS 2.6.2 asks for salt below 112).
final class RecoveryCodes {

  static final int COUNT = 10;

  private static final int BYTES = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  /// New codes, in groups of four characters.
  static List<String> make() {
    return IntStream.range(0, COUNT).mapToObj(_ -> makeOne()).toList();
  }

  private static String makeOne() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return String.join("-", Base32.encode(bytes).toLowerCase(Locale.ROOT).split("(?<=\\G.{4})"));
  }

  /// A code as it is hashed, however it was typed.
  static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /// Replaces the codes of an account.
  static void put(Handle handle, String account, List<String> codes) {
    removeAll(handle, account);
    for (String each : codes) {
      handle
          .createUpdate("insert into recovery_code (hash, account) values (:hash, :account)")
          .bind("hash", Secrets.hash(plain(each)))
          .bind("account", account)
          .execute();
    }
  }

  static void removeAll(Handle handle, String account) {
    handle
        .createUpdate("delete from recovery_code where account = :account")
        .bind("account", account)
        .execute();
  }

  /// Uses a code up; returns whether it was one.
  static boolean use(Handle handle, String account, String typed) {
    return handle
            .createUpdate("delete from recovery_code where hash = :hash and account = :account")
            .bind("hash", Secrets.hash(plain(typed)))
            .bind("account", account)
            .execute()
        > 0;
  }

  static int count(Handle handle, String account) {
    return handle
        .createQuery("select count(*) from recovery_code where account = :account")
        .bind("account", account)
        .mapTo(Integer.class)
        .one();
  }
}
