package org.parley.cli.team;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.cli.SecretText;
import org.parley.notice.MailAddress;
import org.parley.notice.MailServer;
import org.parley.notice.MailServer.Security;
import org.parley.notice.NoticePlan;
import org.parley.notice.Webhook;
import picocli.CommandLine.Option;

/// Where notices are sent. Passwords and secrets come from files or the environment alone: every
/// user of a machine can read arguments.
final class NoticeOptions {

  private static final Pattern SERVER =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
  private static final int MOST_PORT = 65_535;

  private final Map<String, String> environment;

  @Option(
      names = "--mail-server",
      paramLabel = "HOST[:PORT]",
      description = "Send notices by mail through this SMTP server. Default: no mail.")
  private @Nullable String server;

  @Option(
      names = "--mail-security",
      paramLabel = "WORD",
      description =
          "starttls (port 587), tls (port 465), or none (port 25) for a server on this machine."
              + " Default: ${DEFAULT-VALUE}.")
  private String security = "starttls";

  @Option(
      names = "--mail-user",
      paramLabel = "NAME",
      description = "Sign in to the mail server with this name. Default: do not sign in.")
  private @Nullable String user;

  @Option(
      names = "--mail-password-file",
      paramLabel = "FILE",
      description = "The password is the first line of this file. Else: PARLEY_MAIL_PASSWORD.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "The sender of notices: parley@example.org.")
  private @Nullable String from;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Call this address when something waits for those at the table.")
  private @Nullable String webhook;

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description =
          "The key of signatures is the first line of this file. Else: PARLEY_WEBHOOK_SECRET.")
  private @Nullable Path secretFile;

  /// @param environment the environment, which may hold the password and the secret
  NoticeOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// Where notices are sent.
  ///
  /// @throws IllegalArgumentException with the reason and advice
  NoticePlan plan() {
    return new NoticePlan(mail(), hook());
  }

  private @Nullable Webhook hook() {
    return webhook == null
        ? null
        : Webhook.of(webhook, SecretText.of(secretFile, "PARLEY_WEBHOOK_SECRET", environment));
  }

  private @Nullable MailServer mail() {
    if (server == null) {
      if (user != null || from != null || passwordFile != null) {
        throw new IllegalArgumentException(
            "the mail server is missing. Maybe add --mail-server smtp.example.org.");
      }
      return null;
    }
    Matcher named = SERVER.matcher(server);
    int port = named.matches() && named.group(2) != null ? Integer.parseInt(named.group(2)) : 0;
    if (!named.matches() || port > MOST_PORT) {
      throw new IllegalArgumentException(
          "--mail-server is \"" + server + "\". Maybe smtp.example.org or smtp.example.org:587.");
    }
    Security chosen = security(named.group(1));
    return new MailServer(
        named.group(1).replaceAll("[\\[\\]]", ""),
        port == 0 ? chosen.port() : port,
        chosen,
        user,
        password(),
        from());
  }

  private Security security(String host) {
    Security chosen =
        Stream.of(Security.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(security))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--mail-security is \""
                            + security
                            + "\". Maybe one of "
                            + Stream.of(Security.values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                            + "."));
    if (chosen == Security.NONE && !Webhook.isLoopback(host)) {
      throw new IllegalArgumentException(
          "--mail-security none would send addresses and passwords for all to read to "
              + host
              + ". Maybe starttls or tls.");
    }
    return chosen;
  }

  private String password() {
    if (user == null) {
      return "";
    }
    String password = SecretText.of(passwordFile, "PARLEY_MAIL_PASSWORD", environment);
    if (password.isEmpty()) {
      throw new IllegalArgumentException(
          "the password of --mail-user is missing. Maybe use --mail-password-file or"
              + " PARLEY_MAIL_PASSWORD.");
    }
    return password;
  }

  private MailAddress from() {
    return MailAddress.find(from == null ? "" : from)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--mail-from is "
                        + (from == null ? "missing" : "\"" + from + "\"")
                        + ". Maybe parley@example.org."));
  }
}
