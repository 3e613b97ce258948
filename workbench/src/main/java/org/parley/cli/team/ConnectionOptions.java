package org.parley.cli.team;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.oidc.KnownPerson;
import org.parley.oidc.OidcPlan;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import picocli.CommandLine.Option;

/// The options of commands that connect an account with somebody whom an OpenID provider knows.
final class ConnectionOptions {

  /// The actions, as the help has them.
  static final List<String> ACTIONS = List.of("connect", "disconnect");

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "The OpenID provider, as for parley serve.")
  private @Nullable String issuer;

  @Option(
      names = "--subject",
      paramLabel = "TEXT",
      description =
          "The identifier of somebody at the provider, as they are shown it when they sign in there"
              + " without an account.")
  private @Nullable String subject;

  /// Connects or disconnects an account; returns the exit code.
  ///
  /// @throws IllegalArgumentException with the reason and advice, for an option
  int run(
      String action, Accounts people, String name, Instant now, PrintWriter out, PrintWriter err) {
    boolean isConnected = action.equals("connect");
    boolean isDone =
        isConnected
            ? people.identities().connect(AccountEditor.OPERATOR, name, issuer(), subject(), now)
            : people.identities().remove(AccountEditor.OPERATOR, name, now);
    if (!isDone) {
      err.println(
          isConnected
              ? "There is no account \""
                  + name
                  + "\", or it or that person is connected already. Maybe disconnect it first."
              : "The account \"" + name + "\" is not connected. Maybe see: parley account list");
      return ExitCode.PROBLEMS;
    }
    if (!isConnected) {
      people.endAll(name);
    }
    out.println(
        isConnected
            ? name + " signs in as " + subject() + " of " + issuer() + "."
            : name + " does not sign in with the provider any more.");
    return ExitCode.OK;
  }

  private String issuer() {
    if (issuer == null) {
      throw new IllegalArgumentException(
          "the provider is missing. Maybe --oidc-issuer https://login.example.org");
    }
    return OidcPlan.issuer(issuer).toString();
  }

  private String subject() {
    if (subject == null || !KnownPerson.isSubject(subject)) {
      throw new IllegalArgumentException(
          "the identifier of the person is missing. Maybe --subject, as the page says it that"
              + " refuses them");
    }
    return subject;
  }
}
