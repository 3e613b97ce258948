package org.parley.cli.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.cli.Cli;
import org.parley.cli.ExitCode;
import org.parley.cli.OpenCommand.Running;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.TestProvider;
import org.parley.operate.LogFormat;
import org.parley.operate.LogLevel;
import org.parley.operate.OperationPlan;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// A server takes its options from arguments, the environment and a file, in this order.
@NullMarked
class ServerConfigurationTest {

  @TempDir private Path folder;
  private Path file;
  private final Map<String, String> environment = new HashMap<>();
  private final List<ServerPlan> served = new ArrayList<>();
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void file() {
    file = folder.resolve("parley.yaml");
  }

  private Running record(ServerPlan plan, PrintWriter out) throws CannotServe {
    served.add(plan);
    throw new CannotServe("recorded");
  }

  private int run(String... arguments) {
    PrintWriter all = new PrintWriter(printed, true);
    return new Cli(
            List.of(
                new ServeCommand(this::record, environment),
                new ConfigCommand(environment),
                new AccountCommand(
                    InputStream.nullInputStream(), () -> Instant.EPOCH, environment)),
            List.of(),
            environment)
        .printingTo(all, all)
        .run(arguments);
  }

  private void write(String... lines) throws IOException {
    Files.write(file, List.of(lines));
  }

  private ServerPlan serve(String... arguments) {
    served.clear();
    assertEquals(ExitCode.PROBLEMS, run(arguments), printed::toString);
    assertEquals(1, served.size(), printed::toString);
    return served.getFirst();
  }

  @Test
  void optionsComeFromTheFile() throws IOException {
    write(
        "database: " + folder.resolve("journal"),
        "port: 7182",
        "open: true",
        "behind-proxy: false",
        "name: [a.example, b.example]");
    ServerPlan plan = serve("serve", "--config", file.toString());
    assertEquals(7182, plan.listening().port());
    assertEquals(List.of("a.example", "b.example"), plan.listening().names());
    assertTrue(plan.listening().open());
    environment.put("PARLEY_CONFIG", file.toString());
    assertEquals(plan.toString(), serve("serve").toString());
  }

  @Test
  void passkeysAreMadeForAnOrigin() {
    String journal = folder.resolve("journal").toString();
    URI origin = URI.create("https://parley.example.org:8443");
    assertEquals(
        origin,
        serve("serve", "--database", journal, "--passkey-origin", origin.toString())
            .signIn()
            .passkeyOrigin());
    for (String wrong :
        List.of(
            "http://parley.example.org",
            "https://192.0.2.7",
            "parley.example.org",
            "https://parley.example.org/river",
            "https://ann@parley.example.org")) {
      printed.getBuffer().setLength(0);
      assertEquals(
          ExitCode.USAGE, run("serve", "--database", journal, "--passkey-origin", wrong), wrong);
      assertTrue(
          printed.toString().contains("--passkey-origin is \"" + wrong + "\". Maybe"), wrong);
    }
  }

  @Test
  void templatesAreCheckedWithTheConfiguration() throws IOException {
    Path templates = folder.resolve("templates");
    Path kept = Files.createDirectories(templates.resolve("sea-border"));
    Files.writeString(kept.resolve("case.yaml"), "case: {title: Sea border}");
    String journal = folder.resolve("journal").toString();
    write("database: " + journal, "cases: true", "templates: " + templates);
    assertEquals(ExitCode.OK, run("config", "check", file.toString()), printed::toString);
    assertTrue(printed.toString().contains("templates"), printed::toString);
    assertEquals(templates, serve("serve", "--config", file.toString()).templates());

    Files.writeString(kept.resolve("case.yaml"), "case: {titel: Sea border}");
    printed.getBuffer().setLength(0);
    assertEquals(ExitCode.PROBLEMS, run("config", "check", file.toString()));
    assertTrue(printed.toString().contains(kept.resolve("case.yaml") + ":1:"), printed::toString);
    assertTrue(printed.toString().contains("Maybe you meant"), printed::toString);

    printed.getBuffer().setLength(0);
    assertEquals(
        ExitCode.USAGE, run("serve", "--database", journal, "--templates", folder.toString()));
    assertTrue(printed.toString().contains("Maybe add --cases."), printed::toString);
  }

  @Test
  void passkeysAreListedAndRemoved() throws Exception {
    Path journal = folder.resolve("journal");
    try (Accounts people = Accounts.inFile(journal)) {
      TestAccounts.put(people, "ann", "mediator", null, "correct horse battery", Instant.EPOCH);
      TestAccounts.addPasskey(people, "ann", Instant.EPOCH);
    }
    assertEquals(ExitCode.OK, run("account", "list", "--database", journal.toString()));
    assertTrue(printed.toString().contains("second factor  1 passkey"), printed::toString);
    String[] removal = {"account", "remove-factor", "ann", "--database", journal.toString()};
    assertEquals(ExitCode.OK, run(removal));
    assertTrue(printed.toString().contains("ann has no second factor any more."));
    assertEquals(ExitCode.PROBLEMS, run(removal));
  }

  @Test
  void argumentsCountBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    write("database: " + folder.resolve("journal"), "port: 7182", "name: a.example");
    environment.put("PARLEY_PORT", "7183");
    environment.put("PARLEY_NAME", "b.example c.example");
    ServerPlan plan = serve("serve", "--config=" + file);
    assertEquals(7183, plan.listening().port());
    assertEquals(List.of("b.example", "c.example"), plan.listening().names());
    assertEquals(7184, serve("serve", "--config=" + file, "--port", "7184").listening().port());
  }

  @Test
  void aServerDoesNotStartFromAFaultyFile() throws IOException {
    write("database: " + folder.resolve("journal"), "prot: 7182");
    assertEquals(ExitCode.USAGE, run("serve", "--config", file.toString()));
    assertEquals(
        file + ":2:1: there is no setting \"prot\". Maybe port.", printed.toString().strip());
    assertEquals(
        ExitCode.NO_INPUT, run("serve", "--config", folder.resolve("none.yaml").toString()));
    assertEquals(List.of(), served);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prot: 1                        | 2:1: there is no setting "prot". Maybe port.
          port: abc                      | 2:7: Invalid value for option '--port': 'abc' is not an int
          port: "7                       | 2:7: a quotation that never ends
          port:                          | 2:6: "port" has no value
          port: [1, 2]                   | 2:7: "port" takes one value
          open: yes                      | 2:7: "yes" is neither true nor false
          help: true                     | 2:1: there is no setting "help"
          mail-password: abc             | 2:1: "mail-password" is a secret
          port: 70000                    | --port is 70000
          tls-cert: none.pem             | TLS takes both a certificate and its key
          node-ca: none.pem              | --node-ca is for several servers on one PostgreSQL database
          case: none                     | there is no folder "none"
          host: 0.0.0.0                  | Without TLS, passwords would cross the network
          oidc-client-secret: abc        | 2:1: "oidc-client-secret" is a secret
          oidc-only: true                | the provider is missing. Maybe add --oidc-issuer
          oidc-issuer: http://a.example  | --oidc-issuer is "http://a.example". Maybe https://
          oidc-issuer: https://a.example | --oidc-client-id is missing
          """)
  void aFaultIsSaidWithItsPlace(String line, String said) throws IOException {
    write("database: " + folder.resolve("journal"), line);
    assertEquals(ExitCode.PROBLEMS, run("config", "check", file.toString()));
    assertTrue(printed.toString().contains(said), printed::toString);
  }

  @Test
  void aProviderIsConfiguredAndAsked() throws IOException {
    environment.put("PARLEY_OIDC_CLIENT_SECRET", TestProvider.SECRET);
    try (TestProvider provider = TestProvider.start()) {
      write(
          "database: " + folder.resolve("journal"),
          "oidc-issuer: " + provider.issuer(),
          "oidc-client-id: parley",
          "oidc-label: The Ministry",
          "oidc-groups-claim: realm_access.roles",
          "oidc-create: true",
          "oidc-only: true",
          "oidc-password-for: ann",
          "oidc-role: [mediator=/talks/lead, \"delegation:UA=talks ua\"]");
      OidcPlan plan =
          Objects.requireNonNull(serve("serve", "--config", file.toString()).signIn().oidc());
      assertEquals(provider.issuer(), plan.issuer());
      assertEquals(TestProvider.SECRET, plan.secret());
      assertEquals(List.of("profile"), plan.scopes());
      assertEquals(2, plan.roles().rows().size());
      assertEquals("talks ua", plan.roles().rows().get(1).group());
      assertTrue(plan.isOnly() && plan.makesAccounts());
      assertEquals(ExitCode.OK, run("config", "check", file.toString(), "--discover"));
      assertTrue(printed.toString().contains(provider.issuer() + " answers: "), printed::toString);
      provider.metadata = said -> Map.of();
      assertEquals(ExitCode.PROBLEMS, run("config", "check", file.toString(), "--discover"));
      assertTrue(printed.toString().contains("does not fit: "), printed::toString);
      assertTrue(!printed.toString().contains(TestProvider.SECRET), printed::toString);
    }
  }

  /// The provider is that of the configuration.
  @Test
  void anAccountIsConnectedAtTheTerminal() throws Exception {
    environment.put("PARLEY_OIDC_CLIENT_SECRET", TestProvider.SECRET);
    Path journal = folder.resolve("team");
    try (Accounts people = Accounts.inFile(journal)) {
      TestAccounts.put(people, "olena", "observer", null, "a long word of olena", Instant.EPOCH);
    }
    write(
        "database: " + journal, "oidc-issuer: https://login.example.org", "oidc-client-id: parley");
    String config = "--config=" + file;
    assertEquals(ExitCode.USAGE, run("account", "connect", "olena", config));
    assertEquals(ExitCode.OK, run("account", "connect", "olena", "--subject=7d1c", config));
    assertEquals(ExitCode.PROBLEMS, run("account", "connect", "olena", "--subject=7d1c", config));
    assertEquals(ExitCode.OK, run("account", "list", config));
    assertTrue(
        printed.toString().contains("  7d1c of https://login.example.org"), printed::toString);
    assertEquals(ExitCode.OK, run("account", "disconnect", "olena", config));
    assertEquals(ExitCode.PROBLEMS, run("account", "disconnect", "olena", config));
  }

  @Test
  void rolesOfGroupsFitTheServer() throws IOException {
    environment.put("PARLEY_OIDC_CLIENT_SECRET", TestProvider.SECRET);
    for (String wrong : List.of("oidc-role: mediator@river=a", "oidc-create: true")) {
      write(
          "database: " + folder.resolve("journal"),
          "oidc-issuer: https://login.example.org",
          "oidc-client-id: parley",
          wrong);
      assertEquals(ExitCode.PROBLEMS, run("config", "check", file.toString()), wrong);
    }
  }

  @Test
  void aFileHoldsNoSecret() throws IOException {
    write("database: postgresql://ann:abc@db/parley");
    assertEquals(ExitCode.PROBLEMS, run("config", "check", file.toString()));
    assertTrue(
        printed.toString().contains(":1:11: the address holds a password"), printed::toString);
  }

  @Test
  void aCheckSaysWhatIsSetAndServesNothing() throws IOException {
    write("database: " + folder.resolve("journal"), "port: 7182");
    assertEquals(ExitCode.OK, run("config", "check", file.toString()));
    assertEquals(file + " fits: database, port.", printed.toString().strip());
    assertEquals(List.of(), served);
    assertTrue(Files.notExists(folder.resolve("journal.mv.db")));
    assertEquals(ExitCode.USAGE, run("config", "mend", file.toString()));
  }

  @Test
  void thoseWhoRunItAreToldWhatTheyAskFor() throws IOException {
    Path token = folder.resolve("token");
    Files.writeString(token, "0123456789abcdef\n");
    write(
        "database: " + folder.resolve("journal"),
        "log-format: json",
        "log-level: warning",
        "access-log: true",
        "slow: 500",
        "metrics: 0.0.0.0:9171",
        "metrics-token-file: " + token);
    OperationPlan plan = serve("serve", "--config", file.toString()).operation();
    assertEquals(LogFormat.JSON, plan.format());
    assertEquals(LogLevel.WARNING, plan.level());
    assertTrue(plan.accessLog());
    assertEquals(500, plan.slowMillis());
    assertEquals(9171, Objects.requireNonNull(plan.metrics()).getPort());
    assertEquals("0123456789abcdef", plan.metricsToken());
    assertTrue(!plan.toString().contains("0123456789abcdef"), plan::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--metrics=0.0.0.0:9171 | Maybe 127.0.0.1:9171",
        "--metrics=9171 | Maybe 127.0.0.1:9171",
        "--metrics=127.0.0.1:99999 | Maybe 127.0.0.1:9171",
        "--log-format=xml | Maybe one of text, json.",
        "--log-level=loud | Maybe one of error, warning, info.",
        "--slow=-1 | Maybe 2000",
        "--keep-views=7 | --keep-views is 7. Maybe choose from 30 to 3650 days.",
        "--metrics-token-file=/nowhere/token | cannot be read. Maybe check",
      })
  void whatCannotBeToldIsRefused(String option, String advice) {
    String journal = folder.resolve("journal").toString();
    assertEquals(ExitCode.USAGE, run("serve", "--database", journal, option));
    assertTrue(printed.toString().contains(advice), printed::toString);
  }

  @Test
  void theFileSaysWhatIsKeptAndAnchored() throws IOException {
    Path key = Files.createFile(folder.resolve("anchor.key"));
    write(
        "database: " + folder.resolve("journal"),
        "keep-views: 90",
        "anchor-file: " + folder.resolve("anchors"),
        "anchor-key: " + key,
        "anchor-hours: 6",
        "anchor-time-stamp: http://tsa.example.org");
    ServerPlan plan = serve("serve", "--config", file.toString());
    assertEquals(90, plan.keeping().viewDays());
    assertEquals(
        new AnchorPlan(
            folder.resolve("anchors"),
            key,
            Duration.ofHours(6),
            URI.create("http://tsa.example.org")),
        plan.keeping().anchors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --anchor-file a                                                   | an anchor needs a file and a key. Maybe add
          --anchor-file a --anchor-key none                                 | "none" cannot be read. Maybe check its path
          --anchor-file a --anchor-key KEY --anchor-hours 0                 | --anchor-hours is 0. Maybe 24.
          --anchor-file a --anchor-key KEY --anchor-time-stamp ftp://a      | Maybe http://tsa.example.org.
          --anchor-time-stamp http://tsa.example.org                        | Maybe add them.
          """)
  void anchorsThatCannotBeMadeAreRefused(String options, String advice) throws IOException {
    Path key = Files.createFile(folder.resolve("anchor.key"));
    List<String> arguments = new ArrayList<>(List.of("serve", "--database", "journal"));
    arguments.addAll(List.of(options.strip().replace("KEY", key.toString()).split(" ", -1)));
    assertEquals(ExitCode.USAGE, run(arguments.toArray(String[]::new)), printed::toString);
    assertTrue(printed.toString().contains(advice.strip()), printed::toString);
    assertEquals(List.of(), served);
  }

  @Test
  void aTokenIsNoSetting() throws IOException {
    write("database: " + folder.resolve("journal"), "metrics-token: 0123456789abcdef");
    assertEquals(ExitCode.USAGE, run("serve", "--config", file.toString()), printed::toString);
    assertTrue(printed.toString().contains("metrics-token-file"), printed::toString);
    assertTrue(!printed.toString().contains("0123456789abcdef"), printed::toString);
  }
}
