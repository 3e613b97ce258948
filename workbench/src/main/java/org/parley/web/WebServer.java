package org.parley.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.notice.NoticeStatus;
import org.parley.operate.PartFinding;
import org.parley.operate.ServerPart;
import org.parley.operate.StatusBoard;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Languages;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.RequestId;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.access.Tls;
import org.parley.web.api.Api;
import org.parley.web.api.line.ApiServices;
import org.parley.web.api.line.Jobs;
import org.parley.web.comment.Colleagues;
import org.parley.web.incidents.SentFile;
import org.parley.web.nodes.Nodes;
import org.parley.web.operate.CaseParts;
import org.parley.web.operate.Health;
import org.parley.web.operate.Operation;
import org.parley.web.packages.Studies;
import org.parley.web.people.AccountService;
import org.parley.web.people.FeedAddressService;
import org.parley.web.people.NoticeService;
import org.parley.web.queue.QueueService;
import org.parley.web.reading.ReadingService;
import org.parley.web.service.CaseLoading;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.TemporarilyUnavailable;
import org.parley.web.work.Workers;
import org.parley.wording.Language;

/// A running server that shows one case to browsers.
public final class WebServer implements AutoCloseable {

  /// The default port.
  public static final int DEFAULT_PORT = 7171;

  private static final Set<String> TAKE_FILES =
      Set.of(
          Address.READ_FILE.path(),
          Address.GRID_CLAIMS_FILE.path(),
          Address.IMPORT_TABLE_FILE.path(),
          Address.GRID_TEXT_FILE.path());

  private static final int PORTS_TRIED = 50;
  private static final String LOOPBACK = "127.0.0.1";

  private static final long LONGEST_REQUEST = 1 << 20;
  private static final int MOST_FIELDS = 5_000;
  private static final int LONGEST_HEADERS = 8 << 10;
  private static final long SLOWEST_BYTES_PER_SECOND = 100;
  private static final int IDLE_MILLIS = 20_000;

  /// How long requests that were begun may take once the server is stopped.
  public static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Javalin javalin;
  private final Runnable beforeStop;
  private final Health health;
  private final Operation operation;
  private final List<Route> routes;
  private final boolean secure;
  private final String basePath;

  private WebServer(
      Javalin javalin,
      Runnable beforeStop,
      Health health,
      Operation operation,
      List<Route> routes,
      boolean secure,
      String basePath) {
    this.javalin = javalin;
    this.beforeStop = beforeStop;
    this.health = health;
    this.operation = operation;
    this.routes = routes;
    this.secure = secure;
    this.basePath = basePath;
  }

  /// Starts a server on `port` of the loopback interface; 0 takes any free one.
  ///
  /// @throws PortTaken if another program listens there
  public static WebServer start(CaseService service, int port) {
    return start(service, Texts.offline(), port);
  }

  /// The same, with a reader of texts.
  public static WebServer start(CaseService service, Texts texts, int port) {
    return start(service, texts, ReferenceShelf.none(), port);
  }

  /// The same, with copies of collections about other agreements.
  public static WebServer start(CaseService service, Texts texts, ReferenceShelf shelf, int port) {
    return start(
        service,
        texts,
        shelf,
        Authenticator.local(System.getProperty("user.name", "unknown")),
        LOOPBACK,
        port,
        null);
  }

  /// Starts a server on the first free port from [#DEFAULT_PORT] on, for this machine alone.
  public static WebServer start(CaseService service, Texts texts, ReferenceShelf shelf) {
    for (int port = DEFAULT_PORT; port < DEFAULT_PORT + PORTS_TRIED; port++) {
      if (isFree(port)) {
        return start(service, texts, shelf, port);
      }
    }
    return start(service, texts, shelf, 0);
  }

  /// Starts a server with an authenticator, without copies of collections.
  ///
  /// @throws PortTaken if another program listens there
  public static WebServer start(
      CaseService service,
      Texts texts,
      Authenticator authenticator,
      String host,
      int port,
      @Nullable Tls tls) {
    return start(service, texts, ReferenceShelf.none(), authenticator, host, port, tls);
  }

  /// Starts a server with an authenticator, without notices.
  ///
  /// @throws PortTaken if another program listens there
  public static WebServer start(
      CaseService service,
      Texts texts,
      ReferenceShelf shelf,
      Authenticator authenticator,
      String host,
      int port,
      @Nullable Tls tls) {
    return start(service, texts, shelf, authenticator, NoticeStatus.NONE, host, port, tls);
  }

  /// Starts a server with an authenticator.
  ///
  /// @param texts the reader of texts, and their permitted origins
  /// @param shelf the copies of collections about other agreements
  /// @param notices what is sent outside the pages
  /// @param host the address of the interface to listen on
  /// @param tls the TLS configuration; null for plain HTTP
  /// @throws PortTaken if another program listens there
  public static WebServer start(
      CaseService service,
      Texts texts,
      ReferenceShelf shelf,
      Authenticator authenticator,
      NoticeStatus notices,
      String host,
      int port,
      @Nullable Tls tls) {
    return start(
        service,
        texts,
        shelf,
        authenticator,
        notices,
        null,
        Operation.unwatched(),
        host,
        port,
        tls);
  }

  /// Starts one of several servers of a case.
  ///
  /// @param nodes its part in the choice of the leader; null for a server alone
  /// @param operation who is told of its requests
  /// @throws PortTaken if another program listens there
  public static WebServer start(
      CaseService service,
      Texts texts,
      ReferenceShelf shelf,
      Authenticator authenticator,
      NoticeStatus notices,
      @Nullable Nodes nodes,
      Operation operation,
      String host,
      int port,
      @Nullable Tls tls) {
    watch(operation.status(), tls);
    return start(
        service,
        texts,
        shelf,
        authenticator,
        notices,
        nodes,
        operation,
        new Jobs(),
        port,
        (server, http) -> connector(server, http, host, port, tls),
        tls != null);
  }

  /// Starts a server that listens at no address: only this program asks it.
  static WebServer inProcess(
      CaseService service,
      ReferenceShelf shelf,
      Authenticator authenticator,
      BiFunction<Server, HttpConfiguration, Connector> connector) {
    return start(
        service,
        Texts.offline(),
        shelf,
        authenticator,
        NoticeStatus.NONE,
        null,
        Operation.unwatched(),
        new Jobs(),
        0,
        connector,
        false);
  }

  /// Starts the server of one case among others: it listens at no address, and answers what
  /// [CasesServer] passes on to its [#handler].
  ///
  /// @param nodes its part in the choice of the leader; null for a server alone
  /// @param operation how it is
  /// @param jobs the threads that the cases share for jobs
  public static WebServer mounted(
      CaseService service,
      Texts texts,
      ReferenceShelf shelf,
      Authenticator authenticator,
      NoticeStatus notices,
      @Nullable Nodes nodes,
      Operation operation,
      Workers jobs) {
    return start(
        service,
        texts,
        shelf,
        authenticator,
        notices,
        nodes,
        operation,
        new Jobs(jobs),
        0,
        (server, _) -> new LocalConnector(server),
        false);
  }

  /// The handler that answers its requests.
  public Handler handler() {
    return Objects.requireNonNull(javalin.jettyServer().server().getHandler());
  }

  /// All its routes, which answer without HTTP.
  Servlet servlet() {
    return javalin.javalinServlet();
  }

  /// Starts the server that lists cases and passes requests on to theirs.
  ///
  /// @param front passes requests on
  /// @param nodes its part in the choice of the leader; null for a server alone
  /// @param routes adds its own pages
  /// @param operation who is told of its requests, those of the cases included
  static WebServer front(
      Authenticator authenticator,
      Handler.Singleton front,
      BiConsumer<Routes, Templates> routes,
      @Nullable Nodes nodes,
      Operation operation,
      String host,
      int port,
      @Nullable Tls tls) {
    Templates templates = new Templates(false);
    Answers answers = new Answers(templates, authenticator);
    List<Route> table = new ArrayList<>();
    Health health = new Health(authenticator::answers, nodes);
    watch(operation.status(), tls);
    watch(operation.status(), health);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, answers, authenticator, table, nodes, operation, front);
              config.jetty.addConnector((server, http) -> connector(server, http, host, port, tls));
              Routes own =
                  new Routes(
                      config.routes,
                      authenticator,
                      guard(nodes),
                      answers,
                      () -> !authenticator.answers(),
                      _ -> 0,
                      _ -> List.of(),
                      Languages.ofServer(Language.chosen()));
              Pages.addAssets(own);
              own.add(
                  new Route(
                      "POST",
                      Address.LANGUAGE.path(),
                      Route.Access.READ,
                      Kind.PAGE,
                      "chooses the language"),
                  (ctx, visitor) -> chooseLanguage(ctx, visitor, authenticator));
              routes.accept(own, templates);
              new HealthRoutes(health).addTo(own);
              table.addAll(own.table());
            });
    try {
      return new WebServer(
          javalin.start(),
          () -> {},
          health,
          operation,
          List.copyOf(table),
          tls != null,
          authenticator.basePath());
    } catch (RuntimeException e) {
      javalin.stop();
      if (!isFree(port)) {
        throw new PortTaken(port, e);
      }
      throw e;
    }
  }

  private static WebServer start(
      CaseService service,
      Texts texts,
      ReferenceShelf shelf,
      Authenticator authenticator,
      NoticeStatus notices,
      @Nullable Nodes nodes,
      Operation operation,
      Jobs jobs,
      int port,
      BiFunction<Server, HttpConfiguration, Connector> connector,
      boolean secure) {
    Templates templates = new Templates(!authenticator.framingSites().isEmpty());
    Answers answers = new Answers(templates, authenticator);
    List<Route> table = new ArrayList<>();
    LiveRoutes live = new LiveRoutes(service, authenticator);
    Languages languages = new Languages(Language.chosen());
    Studies studies = new Studies();
    Health health = new Health(service, nodes);
    watch(operation.status(), health);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, answers, authenticator, table, nodes, operation, null);
              config.jetty.addConnector(connector);
              Routes routes =
                  new Routes(
                      config.routes,
                      authenticator,
                      guard(nodes),
                      answers,
                      () -> !service.answers() || !authenticator.answers(),
                      visitor -> waiting(service, visitor),
                      visitor -> ViewRoutes.views(service, visitor),
                      languages);
              new Pages(service, templates, shelf, studies, authenticator.framingSites())
                  .addTo(routes);
              routes.add(
                  new Route(
                      "POST",
                      Address.LANGUAGE.path(),
                      Route.Access.READ,
                      Kind.PAGE,
                      "chooses the language"),
                  (ctx, visitor) -> chooseLanguage(ctx, visitor, authenticator));
              new ViewRoutes(authenticator, service).addTo(routes);
              ReadingService reading = new ReadingService(service, texts);
              QueueService queue = new QueueService(service, reading);
              queue.watchFeeds();
              AccountService people = null;
              NoticeService told = null;
              FeedAddressService feeds = null;
              Colleagues colleagues = Colleagues.NONE;
              Supplier<List<NodeStatus>> all = () -> Nodes.list(nodes, service);
              if (authenticator instanceof AccountAuthenticator accounts) {
                people = new AccountService(accounts, service, notices.links());
                colleagues = people.colleagues();
                told = new NoticeService(accounts.people(), notices);
                new NoticeRoutes(told, service, templates).addTo(routes);
                new SignIn(accounts, templates, service).addTo(routes);
                new PeopleRoutes(accounts, people, templates, service).addTo(routes);
                new OwnFactorRoutes(accounts, templates, OwnFrame.in(service)).addTo(routes);
                new OwnPasskeyRoutes(accounts, templates, OwnFrame.in(service)).addTo(routes);
                new OwnSessionRoutes(accounts, templates, OwnFrame.in(service)).addTo(routes);
                feeds = new FeedAddressService(accounts);
                new OwnFeedRoutes(accounts, feeds, templates, OwnFrame.in(service), false)
                    .addTo(routes);
                new FeedRoutes(service).addTo(routes);
                new NodeRoutes(all, service, templates).addTo(routes);
                new StatusRoutes(operation.status(), service, templates).addTo(routes);
              }
              NoticeService sent = told;
              new CaseParts(
                      service,
                      all,
                      notices,
                      () -> sent == null ? List.of() : sent.undelivered(Visitor.mediator("")))
                  .addTo(operation.status());
              new JobRoutes(jobs, service, templates).addTo(routes);
              new SettingsRoutes(service, templates).addTo(routes);
              new EditRoutes(service, templates, colleagues).addTo(routes);
              new SheetRoutes(service, templates).addTo(routes);
              new TableRoutes(service, templates).addTo(routes);
              new IncidentRoutes(service, templates).addTo(routes);
              new TemplateRoutes(service, templates).addTo(routes);
              new AgreementRoutes(service, templates).addTo(routes);
              new RoundRoutes(service, templates).addTo(routes);
              AccountService tokens = people;
              new WaitingRoutes(
                      service,
                      templates,
                      () -> tokens == null ? List.of() : tokens.expiringTokens())
                  .addTo(routes);
              new PreferenceRoutes(service, templates).addTo(routes);
              new TaskRoutes(service, templates, InstantSource.system()).addTo(routes);
              new WorkRoutes(
                      service,
                      templates,
                      () -> tokens == null ? Map.of() : tokens.authors(),
                      InstantSource.system())
                  .addTo(routes);
              new CommentRoutes(service, templates, colleagues).addTo(routes);
              new ReadRoutes(service, templates, reading).addTo(routes);
              new QueueRoutes(service, templates, queue, InstantSource.system()).addTo(routes);
              new JournalRoutes(service, templates).addTo(routes);
              new Api(
                      new ApiServices(
                          service,
                          reading,
                          queue,
                          people,
                          told,
                          feeds,
                          all,
                          operation.status(),
                          shelf,
                          jobs),
                      authenticator,
                      InstantSource.system())
                  .addTo(routes);
              live.addTo(routes);
              new HealthRoutes(health).addTo(routes);
              table.addAll(routes.table());
            });
    try {
      return new WebServer(
          javalin.start(),
          () -> {
            live.close();
            studies.close();
            jobs.close();
          },
          health,
          operation,
          List.copyOf(table),
          secure,
          authenticator.basePath());
    } catch (RuntimeException e) {
      live.close();
      javalin.stop();
      if (!isFree(port)) {
        throw new PortTaken(port, e);
      }
      throw e;
    }
  }

  private static void watch(StatusBoard status, Health health) {
    status.watch(
        ServerPart.REQUESTS,
        () -> (health.isStopping() ? PartFinding.STOPPING : PartFinding.TAKES_REQUESTS).found());
  }

  private static void watch(StatusBoard status, @Nullable Tls tls) {
    Instant ends = tls == null ? null : tls.ends();
    status.watch(
        ServerPart.CERTIFICATE,
        () -> ends == null ? PartFinding.NO_TLS.found() : status.certificate(ends));
  }

  private static RequestGuard guard(@Nullable Nodes nodes) {
    return nodes == null ? new RequestGuard() : new RequestGuard(nodes.key());
  }

  /// How many things wait for a visitor; none where that cannot be known now. A page is shown
  /// without them.
  private static int waiting(CaseService service, Visitor visitor) {
    try {
      return service.answers() ? service.waiting(visitor).size() : 0;
    } catch (JournalAwayException | JournalWriteException | CaseLoading e) {
      return 0;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Remembers a language, in the browser and with the account, and goes back to the page it was
  /// chosen on.
  private static void chooseLanguage(Context ctx, Visitor visitor, Authenticator authenticator) {
    String tag = String.valueOf(ctx.formParam("language"));
    Language language =
        Language.find(tag)
            .orElseThrow(
                () ->
                    new BadQuery(
                        "language",
                        tag,
                        "there is no such language",
                        "Maybe one of " + String.join(", ", Language.tags()) + "."));
    Languages.choose(ctx, language, authenticator.isSecure(ctx));
    authenticator.choose(ctx, visitor, language);
    ctx.redirect(Languages.back(ctx.header("Referer")), HttpStatus.SEE_OTHER);
  }

  private static void configure(
      JavalinConfig config,
      Answers answers,
      Authenticator authenticator,
      List<Route> table,
      @Nullable Nodes nodes,
      Operation operation,
      Handler.@Nullable Singleton within) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = LONGEST_REQUEST;
    config.jetty.modifyHttpConfiguration(WebServer::bound);
    if (nodes != null) {
      config.jetty.modifyHttpConfiguration(nodes::addTo);
    }
    config.jetty.modifyServletContextHandler(
        forms -> {
          forms.setMaxFormContentSize((int) LONGEST_REQUEST);
          forms.setMaxFormKeys(MOST_FIELDS);
        });
    config.jetty.modifyServer(
        server -> {
          MinimumDataRateHandler rate = new MinimumDataRateHandler(SLOWEST_BYTES_PER_SECOND, 0);
          if (within != null) {
            rate.setHandler(within);
          }
          GracefulHandler requests = new GracefulHandler(rate);
          server.setHandler(requests);
          operation.addTo(server, requests);
        });
    config.routes.before(
        ctx -> {
          RequestId.give(ctx);
          RequestGuard.protect(ctx, authenticator.isSecure(ctx));
          if (HealthRoutes.isFor(path(ctx, authenticator))) {
            return;
          }
          if (!authenticator.isHost(ctx)) {
            answers.notThisHost(ctx);
            ctx.skipRemainingHandlers();
          } else if (ctx.req().getContentLengthLong() > longest(path(ctx, authenticator))) {
            answers.tooLong(ctx, kind(path(ctx, authenticator)));
            ctx.skipRemainingHandlers();
          } else if (nodes != null
              && nodes.isAnswered(
                  ctx, path(ctx, authenticator), longest(path(ctx, authenticator)))) {
            ctx.skipRemainingHandlers();
          } else if (ctx.req().getAttribute(CaseMounts.AWAY) != null) {
            throw new TemporarilyUnavailable(
                "the case cannot be opened just now, so nothing was changed",
                "Maybe try again in a few seconds.");
          }
        });
    if (nodes != null) {
      config.routes.after(Nodes::beforeAnswer);
    }
    config.routes.exception(
        Exception.class, (e, ctx) -> answers.failed(ctx, kind(path(ctx, authenticator)), e));
    config.routes.error(
        HttpStatus.NOT_FOUND,
        ctx -> {
          if (!Routes.isAnswered(ctx)) {
            answers.noSuchPage(ctx, kind(path(ctx, authenticator)));
          }
        });
    config.routes.error(
        HttpStatus.METHOD_NOT_ALLOWED,
        ctx ->
            answers.noSuchMethod(
                ctx, kind(path(ctx, authenticator)), methods(path(ctx, authenticator), table)));
  }

  /// How long a request may be: files are sent to a few addresses only.
  private static long longest(String path) {
    return path.equals(Address.IMPORT_INCIDENTS_FILE.path())
        ? SentFile.LARGEST
        : TAKE_FILES.contains(path) ? ReadRoutes.LONGEST_FILE : LONGEST_REQUEST;
  }

  /// Limits the resources of one client: long headers, slow bodies, unread responses.
  private static void bound(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEADERS);
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port, @Nullable Tls tls) {
    ServerConnector connector;
    if (tls == null) {
      connector = new ServerConnector(server, new HttpConnectionFactory(http));
    } else {
      SslContextFactory.Server context = new SslContextFactory.Server();
      context.setKeyStore(tls.keys());
      context.setKeyStorePassword("");
      HttpConfiguration secure = new HttpConfiguration(http);
      secure.addCustomizer(new SecureRequestCustomizer(false));
      connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(context, "http/1.1"),
              new HttpConnectionFactory(secure));
    }
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static List<String> methods(String path, List<Route> table) {
    return table.stream()
        .filter(each -> path.matches(each.path().replaceAll("\\{[a-z]+}", "[^/]+")))
        .map(Route::method)
        .distinct()
        .sorted()
        .toList();
  }

  /// The path of a request without the base path; as it is where it does not begin with that.
  private static String path(Context ctx, Authenticator authenticator) {
    String base = authenticator.basePath();
    return ctx.path().startsWith(base) ? ctx.path().substring(base.length()) : ctx.path();
  }

  private static Kind kind(String path) {
    return path.startsWith("/api/") ? Kind.DATA : Kind.PAGE;
  }

  /// Every address it answers.
  public List<Route> routes() {
    return routes;
  }

  /// The port it listens on.
  public int port() {
    return javalin.port();
  }

  /// The address to open in a browser of this machine.
  public URI address() {
    return URI.create((secure ? "https://" : "http://") + LOOPBACK + ":" + port() + basePath + "/");
  }

  /// Stops it: refuses new requests, stops computing, and finishes what was begun, within
  /// [#LONGEST_STOP].
  @Override
  public void close() {
    health.stop();
    beforeStop.run();
    operation.finish(LONGEST_STOP);
    javalin.stop();
  }
}
