package org.parley.cli.team;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.cli.OpenCommand.Running;
import org.parley.notice.NoticePlan;
import org.parley.operate.OperationPlan;
import org.parley.store.JournalUnavailableException;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.people.Accounts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley serve`: shows a case to a team, each as they may see it.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Serves a case to a team until Ctrl-C: everyone signs in, and sees what their role may see.",
    footerHeading =
        "%nExit code 0: it was stopped. 1: the case cannot be served. 2: it would not be safe to serve"
            + " it so. 66: no such file or journal. 69: the port or the journal is in use.%n%n",
    footer = {
      "Examples:",
      "  parley serve --database team/river --case my-case        the first time",
      "  parley serve --database postgresql://db/parley?user=ann --name parley.example.org --behind-proxy",
      "  parley serve --database team/river --name parley.example.org --tls-cert c.pem --tls-key k.pem",
      "  parley serve --cases --database /srv/parley                 many cases; see parley cases"
    })
public final class ServeCommand implements Callable<Integer> {

  /// A reason not to serve, in words with advice.
  public static final class CannotServe extends Exception {
    private static final long serialVersionUID = 1;

    public CannotServe(String message) {
      super(message);
    }
  }

  /// Starts servers.
  @FunctionalInterface
  public interface Server {

    /// Starts serving; notices are printed to `out`.
    ///
    /// @throws BindException if the port is in use
    Running serve(ServerPlan plan, PrintWriter out)
        throws IOException, JournalUnavailableException, CannotServe;
  }

  private final Server server;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(
      names = "--database",
      required = true,
      paramLabel = "FILE|ADDRESS",
      description =
          "Where the journal of the case lies: a file, or"
              + " postgresql://host:port/name?user=ann")
  private String database = "";

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword password;

  @Option(
      names = "--case",
      paramLabel = "FOLDER",
      description = "Begin the journal with the case in this folder.")
  private @Nullable Path folder;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Listen on this interface. Default: ${DEFAULT-VALUE}, this machine alone.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port. Default: ${DEFAULT-VALUE}.")
  private int port = 7171;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A name browsers know the server by: parley.example.org. Requests for other names are"
              + " refused.")
  private List<String> names = List.of();

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Use TLS with this certificate and its chain, as PEM.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The private key of the certificate, as PEM (PKCS 8).")
  private @Nullable Path key;

  @Option(
      names = "--behind-proxy",
      description =
          "A reverse proxy in front terminates TLS and sets X-Forwarded-For. Let nothing else reach"
              + " the port, or name the proxy with --proxy.")
  private boolean behindProxy;

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description =
          "The IP address of a trusted proxy. X-Forwarded-For is ignored from others, and read from"
              + " the right up to the first address that is no trusted proxy.")
  private List<String> proxies = List.of();

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      description =
          "Serve everything under this path, as a reverse proxy passes it on: /river. Default: none.")
  private String basePath = "";

  @Option(names = "--open", description = "Public records are visible without an account.")
  private boolean open;

  @Mixin private final SignInOptions signIn;

  @Mixin private final NoticeOptions notices;

  @Mixin private final OperationOptions operation;

  @Mixin private final OidcOptions oidc;

  @Option(
      names = "--keep-views",
      paramLabel = "DAYS",
      description =
          "Keep in the audit who saw what for so many days, 30 to 3650, and remove it then. Default: as"
              + " on record, 400 at first.")
  private @Nullable Integer viewDays;

  @Mixin private final AnchorOptions anchors = new AnchorOptions();

  @Option(
      names = "--embed",
      paramLabel = "ORIGIN",
      description =
          "A site that may show public pictures and tables in frames: https://news.example. Needs"
              + " --open. Default: none.")
  private List<String> framingSites = List.of();

  @Option(
      names = "--advertise",
      paramLabel = "URL",
      description =
          "Where other servers of the same PostgreSQL database reach this one: http://10.0.0.5:7171."
              + " Default: where it listens.")
  private @Nullable URI advertise;

  @Option(
      names = "--node-ca",
      paramLabel = "FILE",
      description =
          "The authorities that certificates of the other servers are trusted by, as PEM. Default:"
              + " those that Java trusts.")
  private @Nullable Path nodeAuthorities;

  @Option(
      names = "--cases",
      description =
          "Serve many cases, each with its own roles: --database is a folder or a PostgreSQL"
              + " database that parley cases has made.")
  private boolean manyCases;

  @Option(
      names = "--templates",
      paramLabel = "FOLDER",
      description =
          "With --cases: administrators also create cases from the case folders in this folder. They"
              + " are read when the server starts.")
  private @Nullable Path templates;

  @Spec private @Nullable CommandSpec spec;

  /// A command that serves by `server`.
  ///
  /// @param environment the environment, which may hold the password of the database
  public ServeCommand(Server server, Map<String, String> environment) {
    this.server = server;
    this.password = new DatabasePassword(environment);
    this.signIn = new SignInOptions(environment);
    this.notices = new NoticeOptions(environment);
    this.operation = new OperationOptions(environment);
    this.oidc = new OidcOptions(environment);
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::serve);
  }

  private Integer serve() throws IOException, JournalUnavailableException, InterruptedException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter err = line.getErr();
    Optional<ServerPlan> plan = plan(err);
    if (plan.isEmpty()) {
      return ExitCode.USAGE;
    }
    try (Running running = server.serve(plan.get(), line.getOut())) {
      line.getOut().println("Serving at " + running.address() + " (Ctrl-C stops it)");
      line.getOut().flush();
      running.await();
      return ExitCode.OK;
    } catch (BindException e) {
      err.println(String.valueOf(e.getMessage()));
      return ExitCode.UNAVAILABLE;
    } catch (CannotServe e) {
      err.println(String.valueOf(e.getMessage()));
      return ExitCode.PROBLEMS;
    }
  }

  /// The configuration of a server that is not started: nothing is asked at the terminal.
  Optional<ServerPlan> checked(PrintWriter err) throws JournalUnavailableException {
    password.key().askNothing();
    return plan(err);
  }

  /// The configuration; empty, after a sentence with advice, where it would not be safe or possible
  /// to serve it so.
  Optional<ServerPlan> plan(PrintWriter err) throws JournalUnavailableException {
    boolean tls = certificate != null && key != null;
    if ((certificate == null) != (key == null)) {
      err.println("TLS takes both a certificate and its key. Maybe name --tls-cert and --tls-key.");
      return Optional.empty();
    }
    if (!tls && !behindProxy && !List.of("127.0.0.1", "localhost", "::1").contains(host)) {
      err.println(
          "Without TLS, passwords would cross the network for all to read. Maybe name --tls-cert and"
              + " --tls-key, or put a proxy in front and say --behind-proxy.");
      return Optional.empty();
    }
    if (port < 0 || port > 65_535) {
      err.println("--port is " + port + ". Maybe choose one from 1024 to 65535.");
      return Optional.empty();
    }
    if (!proxies.isEmpty() && !behindProxy) {
      err.println("--proxy is only used with --behind-proxy. Maybe add it, or leave --proxy out.");
      return Optional.empty();
    }
    for (String each : proxies) {
      if (!isAddress(each)) {
        err.println("--proxy is \"" + each + "\", not an IP address. Maybe 10.0.0.2 or fd00::2.");
        return Optional.empty();
      }
    }
    if (!basePath.matches("(/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])*")) {
      err.println(
          "--base-path is \""
              + basePath
              + "\". Maybe begin it with a slash and end it without one: /river.");
      return Optional.empty();
    }
    NoticePlan sent;
    OperationPlan told;
    @Nullable AnchorPlan anchored;
    SignInPlan asked;
    try {
      asked = signIn.plan(!database.contains("://"), oidc.plan(manyCases));
      sent = notices.plan();
      told = operation.plan();
      anchored = anchors.plan();
    } catch (IllegalArgumentException e) {
      err.println(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    Integer days = viewDays;
    if (days != null && (days < Accounts.VIEW_DAYS_LEAST || days > Accounts.VIEW_DAYS_MOST)) {
      err.println(
          "--keep-views is "
              + days
              + ". Maybe choose from "
              + Accounts.VIEW_DAYS_LEAST
              + " to "
              + Accounts.VIEW_DAYS_MOST
              + " days.");
      return Optional.empty();
    }
    if (!framingSites.isEmpty() && !open) {
      err.println("--embed shows public records to anyone. Maybe add --open.");
      return Optional.empty();
    }
    for (String each : framingSites) {
      if (!each.matches("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")) {
        err.println(
            "--embed is \"" + each + "\", not the origin of a site. Maybe https://news.example.");
        return Optional.empty();
      }
    }
    String many = adviceOnCases();
    String unsafe =
        many != null
            ? many
            : asked.oidc() != null && names.isEmpty() && !isLoopback(host)
                ? "--oidc-issuer sends browsers back to this server by its name. Maybe add --name"
                    + " parley.example.org."
                : adviceOnAdvertise();
    if (unsafe != null) {
      err.println(unsafe);
      return Optional.empty();
    }
    return Optional.of(
        new ServerPlan(
            password.address(database, err),
            folder,
            manyCases,
            templates,
            new ListeningPlan(
                host,
                port,
                basePath,
                names,
                certificate,
                key,
                behindProxy,
                proxies,
                open,
                framingSites),
            sent,
            told,
            new NodePlan(advertise, nodeAuthorities),
            asked,
            new KeepingPlan(viewDays, anchored)));
  }

  /// Why many cases cannot be served so, with advice; null if they can.
  private @Nullable String adviceOnCases() {
    if (!manyCases) {
      return templates == null
          ? null
          : "--templates is for administrators of a server of many cases. Maybe add --cases.";
    }
    if (folder != null) {
      return "--case begins the journal of one case. Maybe create it among others with parley cases"
          + " create ID --case FOLDER.";
    }
    if (open) {
      return "--open shows a case to anyone, and of many cases nobody may know without an account."
          + " Maybe leave it out, or serve that case alone.";
    }
    return null;
  }

  /// Why other servers cannot be told this address, with advice; null if they can.
  private @Nullable String adviceOnAdvertise() {
    URI given = advertise;
    if (nodeAuthorities != null && !database.contains("://")) {
      return "--node-ca is for several servers on one PostgreSQL database, and \""
          + database
          + "\" is a file. Maybe leave it out.";
    }
    if (given == null) {
      return null;
    }
    if (!database.contains("://")) {
      return "--advertise is for several servers on one PostgreSQL database, and \""
          + database
          + "\" is a file. Maybe leave it out.";
    }
    if (!given.toString().matches("https?://[A-Za-z0-9.:\\[\\]-]+") || given.getHost() == null) {
      return "--advertise is \""
          + given
          + "\". Maybe http://10.0.0.5:7171, with nothing behind it.";
    }
    if (given.getScheme().equals("http") && !behindProxy && !isLoopback(given.getHost())) {
      return "--advertise is \""
          + given
          + "\": passwords would cross the network for all to read. Maybe https, or --behind-proxy"
          + " where the network behind the proxy is your own.";
    }
    return null;
  }

  private static boolean isLoopback(String name) {
    return List.of("127.0.0.1", "localhost", "[::1]").contains(name);
  }

  private static boolean isAddress(String word) {
    try {
      return !InetAddress.ofLiteral(word).isMulticastAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
