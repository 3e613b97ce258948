package org.parley.cli.team;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.cli.SecretText;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.RoleTable;
import org.parley.store.people.Account;
import picocli.CommandLine.Option;

/// The options of sign-in by an OpenID provider.
final class OidcOptions {

  private static final String SECRET = "PARLEY_OIDC_CLIENT_SECRET";
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_CLAIM = 200;

  private final Map<String, String> environment;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description =
          "Let people sign in with their accounts at this OpenID provider:"
              + " https://login.example.org/realms/ministry. Default: none.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "As which client this server is registered there.")
  private @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      description =
          "The secret of that client is the first line of this file. Else: " + SECRET + ".")
  private @Nullable Path secretFile;

  @Option(
      names = "--oidc-scope",
      paramLabel = "WORD",
      description = "Ask for this too, besides openid. Default: profile.")
  private List<String> scopes = List.of();

  @Option(
      names = "--oidc-groups-claim",
      paramLabel = "NAME",
      description =
          "The claim with the groups of a person, or a path to it: realm_access.roles. Default:"
              + " ${DEFAULT-VALUE}.")
  private String groupsClaim = OidcPlan.GROUPS;

  @Option(
      names = "--oidc-role",
      paramLabel = "ROLE=GROUP",
      description =
          "A group that gives a role: mediator=parley-mediators, delegation:UA=talks-ua. With --cases"
              + " also mediator@river=GROUP, administrator=GROUP and member=GROUP. The first that fits"
              + " counts. Default: accounts have their roles here.")
  private List<String> roles = List.of();

  @Option(
      names = "--oidc-create",
      description =
          "Make an account for somebody new whose group gives a role. Default: accounts are made"
              + " here.")
  private boolean creates;

  @Option(
      names = "--oidc-name-claim",
      paramLabel = "NAME",
      description = "Name such accounts after this claim. Default: ${DEFAULT-VALUE}.")
  private String nameClaim = OidcPlan.NAME;

  @Option(names = "--oidc-only", description = "Passwords let nobody in any more.")
  private boolean only;

  @Option(
      names = "--oidc-password-for",
      paramLabel = "NAME",
      description =
          "An account that a password lets in anyhow: of a mediator or administrator, for the day the"
              + " provider fails.")
  private List<String> passwordsFor = List.of();

  @Option(
      names = "--oidc-label",
      paramLabel = "TEXT",
      description = "What the button names: Sign in with TEXT. Default: the host of the provider.")
  private @Nullable String label;

  /// @param environment the environment, which may hold the secret
  OidcOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// The configuration; null if there is none.
  ///
  /// @param isOfManyCases whether roles are those in cases
  /// @throws IllegalArgumentException with the reason and advice
  @Nullable OidcPlan plan(boolean isOfManyCases) {
    if (issuer == null) {
      checkNothingElse();
      return null;
    }
    URI address = OidcPlan.issuer(issuer);
    RoleTable table = RoleTable.of(roles, isOfManyCases);
    if (creates && table.isEmpty()) {
      throw new IllegalArgumentException(
          "--oidc-create makes accounts in the roles of their groups, and no group gives one. Maybe"
              + " add --oidc-role.");
    }
    return new OidcPlan(
        address,
        clientId(),
        secret(),
        scopes.isEmpty() ? List.of("profile") : words("--oidc-scope", scopes),
        claim("--oidc-groups-claim", groupsClaim),
        claim("--oidc-name-claim", nameClaim),
        table,
        creates,
        only,
        accounts(),
        label(address));
  }

  private void checkNothingElse() {
    if (clientId != null || secretFile != null || only || creates || !roles.isEmpty()) {
      throw new IllegalArgumentException(
          "the provider is missing. Maybe add --oidc-issuer https://login.example.org.");
    }
  }

  private String clientId() {
    if (clientId == null || clientId.isBlank() || clientId.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "--oidc-client-id is missing or too long. Maybe register this server at the provider, and"
              + " take the id it is given there.");
    }
    return clientId;
  }

  private String secret() {
    String secret = SecretText.of(secretFile, SECRET, environment);
    if (secret.isEmpty()) {
      throw new IllegalArgumentException(
          "the secret of --oidc-client-id is missing. Maybe use --oidc-client-secret-file or "
              + SECRET
              + ".");
    }
    return secret;
  }

  private static List<String> words(String option, List<String> all) {
    for (String each : all) {
      if (!each.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}")) {
        throw new IllegalArgumentException(
            option + " is \"" + each + "\". Maybe one word each time: profile.");
      }
    }
    return all;
  }

  private static String claim(String option, String name) {
    if (name.isBlank() || name.length() > LONGEST_CLAIM) {
      throw new IllegalArgumentException(
          option + " is empty or too long. Maybe leave it out, or groups.");
    }
    return name;
  }

  private Set<String> accounts() {
    for (String each : passwordsFor) {
      if (!Account.isName(each)) {
        throw new IllegalArgumentException(
            "--oidc-password-for is \"" + each + "\", not the name of an account. Maybe check it.");
      }
    }
    return new LinkedHashSet<>(passwordsFor);
  }

  private String label(URI address) {
    String text = label == null ? address.getHost() : label.strip();
    if (text.isEmpty() || text.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException(
          "--oidc-label is empty, or longer than "
              + LONGEST_LABEL
              + " characters. Maybe the name of your institution.");
    }
    return text;
  }
}
