package org.parley.cli.team;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.cli.SecretText;
import org.parley.oidc.OidcPlan;
import org.parley.passkey.RelyingParty;
import org.parley.store.people.Accounts;
import org.parley.store.people.FactorKey;
import picocli.CommandLine.Option;

/// The options of signing in.
final class SignInOptions {

  private static final List<String> ROLES =
      List.of("mediator", "delegation", "monitor", "observer", "administrator");

  private final Map<String, String> environment;

  @Option(
      names = "--second-factor",
      paramLabel = "ROLE",
      description =
          "Accounts of this role must have a second factor, an app or a passkey: mediator, delegation,"
              + " monitor, observer, or with --cases administrator. Default: nobody must, everybody"
              + " may.")
  private List<String> roles = List.of();

  @Option(
      names = "--factor-key-file",
      paramLabel = "FILE",
      description =
          "The key that seals second factors is the first line of this file. Else:"
              + " PARLEY_FACTOR_KEY; else a file beside a journal that is a file.")
  private @Nullable Path keyFile;

  @Option(
      names = "--idle-minutes",
      paramLabel = "N",
      description =
          "End a session that is not used for this long, in minutes: 1 to 720. Default:"
              + " ${DEFAULT-VALUE}.")
  private int idleMinutes = (int) Accounts.IDLE.toMinutes();

  @Option(
      names = "--passkey-origin",
      paramLabel = "ORIGIN",
      description =
          "Passkeys are made for this origin, as browsers see it: https://parley.example.org. Its host"
              + " is the RP id; under another, they open nothing. Default: the first --name, over TLS."
              + " Without TLS only http://localhost has passkeys, and an IP address never.")
  private @Nullable URI passkeyOrigin;

  /// @param environment the environment, which may hold the key
  SignInOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// The rules of signing in.
  ///
  /// @param isFile whether the journal is a file, so that a key can be made beside it
  /// @param provider the provider that people sign in with; null for none
  /// @throws IllegalArgumentException with the reason and advice
  SignInPlan plan(boolean isFile, @Nullable OidcPlan provider) {
    for (String each : roles) {
      if (!ROLES.contains(each)) {
        throw new IllegalArgumentException(
            "--second-factor is \"" + each + "\". Maybe one of " + String.join(", ", ROLES) + ".");
      }
    }
    if (idleMinutes < 1 || idleMinutes > Accounts.SESSION.toMinutes()) {
      throw new IllegalArgumentException(
          "--idle-minutes is "
              + idleMinutes
              + ". Maybe 30, or another number from 1 to "
              + Accounts.SESSION.toMinutes()
              + ".");
    }
    URI origin = passkeyOrigin;
    if (origin != null && !isOrigin(origin)) {
      throw new IllegalArgumentException(
          "--passkey-origin is \""
              + origin
              + "\". Maybe https and the host name of the server, as https://parley.example.org, or"
              + " http://localhost:7171.");
    }
    String text = SecretText.of(keyFile, "PARLEY_FACTOR_KEY", environment);
    if (text.isEmpty() && !roles.isEmpty() && !isFile) {
      throw new IllegalArgumentException(
          "--second-factor needs a key outside the database. Maybe make one with openssl rand"
              + " -base64 32, and name its file with --factor-key-file.");
    }
    Set<String> those = new LinkedHashSet<>(roles);
    return new SignInPlan(
        those,
        text.isEmpty() && keyFile == null ? null : FactorKey.of(text),
        Duration.ofMinutes(idleMinutes),
        provider,
        origin);
  }

  /// Whether it is one that browsers have passkeys for, and nothing more.
  private static boolean isOrigin(URI given) {
    String path = given.getPath();
    return RelyingParty.of(given).isPresent()
        && (path == null || path.isEmpty() || path.equals("/"))
        && given.getQuery() == null
        && given.getFragment() == null
        && given.getUserInfo() == null;
  }
}
