package org.parley.web.oidc;

import java.text.Normalizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;

/// Names for the account of somebody new. People may choose what the provider calls them, so a name
/// that somebody has is never given again: a number tells them apart.
final class AccountNames {

  private static final int MOST = 100;
  private static final int ROOM = Accounts.NAME_LENGTH - 4;
  private static final String NOBODY = "person";

  private AccountNames() {}

  /// The names to try, in order.
  ///
  /// @param called what the provider calls them
  static Stream<String> of(String called) {
    String base = base(called);
    return Stream.concat(
        Stream.of(base), IntStream.rangeClosed(2, MOST).mapToObj(each -> base + "." + each));
  }

  /// The letters, digits and signs that a name may have.
  private static String base(String called) {
    String plain =
        Normalizer.normalize(called, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9._@-]+", "-")
            .replaceAll("^[^A-Za-z0-9]+|-+$", "");
    String base = plain.substring(0, Math.min(plain.length(), ROOM));
    return Account.isName(base) ? base : NOBODY;
  }
}
