package org.parley.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.start.CaseTemplates;
import org.parley.casefile.start.TemplateFolders;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.cli.team.ServerPlan;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.notice.LinkMailer;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.CaseRegister;
import org.parley.store.nodes.Leadership;
import org.parley.store.nodes.NodeNews;
import org.parley.store.people.Account;
import org.parley.web.CasesServer;
import org.parley.web.PortTaken;
import org.parley.web.WebServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.api.line.Jobs;
import org.parley.web.cases.CaseAsker;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.ServerEntrance;

/// Many cases, served to those who have an account on the server, each in their role in each case.
final class CasesTeamServer implements OpenCommand.Running {

  /// How many cases are open at once, but for those in use.
  private static final int MOST_OPEN = 32;

  /// How many cases are read at once.
  private static final int MOST_READ = 4;

  private final CaseRegister register;
  private final HostedCases hosted;
  private final AccountAuthenticator authenticator;
  private final WebServer server;
  private final ServerWatch watch;
  private final Federation federation;
  private final @Nullable Leadership leadership;
  private final ScheduledExecutorService sweeping;
  private final CountDownLatch closed = new CountDownLatch(1);

  private CasesTeamServer(
      CaseRegister register,
      HostedCases hosted,
      AccountAuthenticator authenticator,
      WebServer server,
      ServerWatch watch,
      Federation federation,
      @Nullable Leadership leadership) {
    this.leadership = leadership;
    this.federation = federation;
    this.watch = watch;
    this.register = register;
    this.hosted = hosted;
    this.authenticator = authenticator;
    this.server = server;
    this.sweeping =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cases").daemon().factory());
  }

  /// Opens the register and serves its cases.
  static CasesTeamServer serve(
      ServerPlan plan, PrintWriter out, Map<String, String> environment, Clock clock)
      throws IOException, JournalUnavailableException, CannotServe {
    return serve(plan, out, environment, clock, TeamServer.Patience.USUAL.unserved());
  }

  /// The same.
  ///
  /// @param patience for how long a request waits until a case is read
  static CasesTeamServer serve(
      ServerPlan plan,
      PrintWriter out,
      Map<String, String> environment,
      Clock clock,
      Duration patience)
      throws IOException, JournalUnavailableException, CannotServe {
    CaseTemplates templates = templates(plan.templates());
    CaseRegister register = CaseRegister.existing(plan.database());
    Federation federation = new Federation(plan, clock);
    @Nullable HostedCases hosted = null;
    try {
      ServerNodes nodes = nodes(plan, register, out::println);
      if (register.people().list().isEmpty()) {
        out.println(
            "Nobody has an account yet. Maybe stop this, and add one: parley cases account NAME"
                + " --administrator --database "
                + plan.database());
      }
      TeamServer.retain(register.people(), plan, clock);
      hosted = hosted(plan, register, environment, clock, federation, nodes, patience);
      federation.begin(register.people(), hosted);
      HostedCases cases = hosted;
      TeamServer.applySignIn(
          plan,
          register.people(),
          each -> needsFactor(plan.signIn().rolesWithFactor(), each, cases));
      return start(plan, templates, register, hosted, clock, federation, nodes);
    } catch (IOException | CannotServe | JournalUnavailableException | RuntimeException e) {
      if (hosted != null) {
        hosted.close();
      }
      federation.close();
      register.close();
      throw e;
    }
  }

  /// Its part in the choice of the leader of one database; null for a folder, which one server has.
  private static @Nullable ServerNodes nodes(
      ServerPlan plan, CaseRegister register, Consumer<String> log)
      throws IOException, CannotServe {
    SSLContext trusted = TeamServer.trusted(plan);
    if (register.database().isEmbedded()) {
      return null;
    }
    TeamServer.check(register.database());
    Leadership leadership = Leadership.ofMany(register.database(), log);
    register.fence(leadership::check);
    return new ServerNodes(leadership, trusted, log);
  }

  /// The templates that cases are created from. A folder with a fault stops the server before it
  /// opens anything.
  private static CaseTemplates templates(@Nullable Path folder) throws CannotServe {
    if (folder == null) {
      return CaseTemplates.BUILT_IN;
    }
    TemplateFolders.TemplateReading read = TemplateFolders.readAll(folder);
    if (!read.faults().isEmpty()) {
      throw new CannotServe(
          read.faults().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    return new CaseTemplates(read.templates());
  }

  /// Whether the role of an account on the server, or in any case, must have a second factor.
  private static boolean needsFactor(Set<String> roles, Account account, HostedCases hosted) {
    return roles.contains(account.role())
        || (!roles.isEmpty()
            && hosted.list(CaseAsker.person(account.name())).stream()
                .anyMatch(each -> roles.contains(each.visitor().role().word())));
  }

  private static HostedCases hosted(
      ServerPlan plan,
      CaseRegister register,
      Map<String, String> environment,
      Clock clock,
      Federation federation,
      @Nullable ServerNodes nodes,
      Duration patience)
      throws JournalUnavailableException, CannotServe {
    Texts texts;
    try {
      texts = ReadingSettings.forATeam(environment);
    } catch (IllegalArgumentException e) {
      throw new CannotServe(String.valueOf(e.getMessage()));
    }
    MountedCase.Shared shared =
        new MountedCase.Shared(
            plan,
            register,
            texts,
            ReferenceShelf.of(environment),
            clock,
            federation,
            Jobs.threads(),
            nodes,
            new Semaphore(MOST_READ));
    HostedCases hosted =
        new HostedCases(
            register,
            (each, isArchived) -> MountedCase.open(each, isArchived, shared),
            clock,
            keepsAllOpen(plan) ? Integer.MAX_VALUE : MOST_OPEN,
            patience);
    if (keepsAllOpen(plan)) {
      hosted.openAll();
    }
    return hosted;
  }

  /// Whether no case is closed: a closed one would send no notices.
  private static boolean keepsAllOpen(ServerPlan plan) {
    return !plan.notices().isEmpty();
  }

  private static CasesTeamServer start(
      ServerPlan plan,
      CaseTemplates templates,
      CaseRegister register,
      HostedCases hosted,
      Clock clock,
      Federation federation,
      @Nullable ServerNodes nodes)
      throws IOException, CannotServe {
    AccountAuthenticator authenticator =
        new AccountAuthenticator(
            register.people(),
            clock,
            TeamServer.setting(plan, plan.listening().basePath()),
            new ServerEntrance(register.people(), hosted, plan.listening().basePath()));
    authenticator.federate(federation::signIn);
    authenticator.acceptPasskeys(TeamServer.relyingParty(plan));
    ServerWatch watch = ServerWatch.begin(plan.operation(), register.database().name(), clock);
    Leadership leadership = nodes == null ? null : nodes.leadership();
    try {
      watch.lookAt(register::schema, plan.database().file());
      new CasesStatus(register, hosted).addTo(watch.status(), plan, leadership);
      watch.watchCases(register.people(), hosted::countOpen, leadership, clock);
      WebServer server =
          CasesServer.start(
              register,
              hosted,
              authenticator,
              clock,
              LinkMailer.of(plan.notices().mail(), TeamServer.publicAddress(plan)),
              templates,
              nodes == null ? null : nodes.of(register.database(), hosted::refresh, authenticator),
              watch.operation(),
              plan.listening().host(),
              plan.listening().port(),
              TeamServer.tls(plan));
      CasesTeamServer running =
          new CasesTeamServer(
              register, hosted, authenticator, server, watch, federation, leadership);
      if (leadership != null) {
        leadership.onNews(news -> hear(hosted, news));
        leadership.begin(TeamServer.advertised(plan, server));
      }
      if (!keepsAllOpen(plan)) {
        var _ = running.sweeping.scheduleWithFixedDelay(hosted::closeIdle, 1, 1, TimeUnit.MINUTES);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      return running;
    } catch (CannotServe | IOException e) {
      authenticator.close();
      watch.close();
      throw e;
    } catch (PortTaken e) {
      authenticator.close();
      watch.close();
      BindException taken = new BindException(String.valueOf(e.getMessage()));
      taken.initCause(e);
      throw taken;
    }
  }

  private static void hear(HostedCases hosted, NodeNews news) {
    try {
      hosted.hear(news);
    } catch (JournalUnavailableException e) {
      ServerLog.warn(LogFields.of("case-away").with(e));
      throw new IllegalStateException("looking at the cases again", e);
    }
  }

  /// Who lets people in.
  AccountAuthenticator authenticator() {
    return authenticator;
  }

  /// The server that lists the cases.
  WebServer server() {
    return server;
  }

  /// The cases, open and closed.
  HostedCases hosted() {
    return hosted;
  }

  /// The register of the cases.
  CaseRegister register() {
    return register;
  }

  @Override
  public URI address() {
    return server.address();
  }

  @Override
  public void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public synchronized void close() {
    if (closed.getCount() == 0) {
      return;
    }
    sweeping.shutdownNow();
    // what was begun is finished first, and only the leader appends
    server.close();
    if (leadership != null) {
      leadership.close();
    }
    federation.close();
    authenticator.close();
    hosted.close();
    register.close();
    watch.close();
    closed.countDown();
  }
}
