package org.parley.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.cli.team.ServerPlan;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.model.cases.Case;
import org.parley.notice.Notices;
import org.parley.operate.LogFields;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.ServerLog;
import org.parley.operate.ServerPart;
import org.parley.operate.StatusBoard;
import org.parley.passkey.RelyingParty;
import org.parley.store.Database;
import org.parley.store.FolderRecord;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.anchor.AnchorSchedule;
import org.parley.store.backup.BackupMark;
import org.parley.store.backup.BackupService;
import org.parley.store.nodes.Leadership;
import org.parley.store.notices.Outbox;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.FactorKey;
import org.parley.web.CasePreparation;
import org.parley.web.PortTaken;
import org.parley.web.WebServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Tls;
import org.parley.web.people.NoticedThings;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;

/// The pages of a case in a journal, served to those who have an account.
final class TeamServer implements OpenCommand.Running {

  private static final int MOST_NAMED = 10;

  /// How long it waits.
  ///
  /// @param unserved for a case to be read before it is served
  /// @param lastWords for pages to say why it could not be read
  record Patience(Duration unserved, Duration lastWords) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  /// A copy each night is a day behind at the most.
  private static final long MOST_DAYS_BEHIND = 1;

  private final Journal journal;
  private final Accounts people;
  private final AccountAuthenticator authenticator;
  private final WebServer server;
  private final Notices notices;
  private final @Nullable Leadership leadership;
  private final ServerWatch watch;
  private final Federation federation;
  private final Clock clock;

  /// The work beside the pages, once the case is read.
  private @Nullable BackupService backups;

  private @Nullable AnchorSchedule anchors;
  private volatile boolean closing;
  private final CountDownLatch closed = new CountDownLatch(1);

  private TeamServer(
      Journal journal,
      Accounts people,
      AccountAuthenticator authenticator,
      WebServer server,
      Notices notices,
      @Nullable Leadership leadership,
      ServerWatch watch,
      Federation federation,
      Clock clock) {
    this.clock = clock;
    this.federation = federation;
    this.watch = watch;
    this.journal = journal;
    this.people = people;
    this.authenticator = authenticator;
    this.server = server;
    this.notices = notices;
    this.leadership = leadership;
  }

  /// Opens the journal, begins it with a folder if given, and serves it. A case that takes longer
  /// than a second is served while it is read: pages and `out` say how far it is. Returns once it
  /// is read.
  static OpenCommand.Running serve(
      ServerPlan plan, PrintWriter out, Map<String, String> environment)
      throws IOException, JournalUnavailableException, CannotServe {
    return serve(plan, out, environment, Patience.USUAL);
  }

  /// The same with another patience.
  static OpenCommand.Running serve(
      ServerPlan plan, PrintWriter out, Map<String, String> environment, Patience patience)
      throws IOException, JournalUnavailableException, CannotServe {
    if (plan.isOfManyCases()) {
      return CasesTeamServer.serve(plan, out, environment, Clock.systemUTC());
    }
    Clock clock = Clock.systemUTC();
    Journal journal = Journal.unread(plan.database(), plan.folder() != null);
    journal.notes().forEach(out::println);
    LoadProgress progress = new LoadProgress();
    JournalCaseService service = JournalCaseService.unread(journal, clock, progress);
    CaseOpening opening =
        CaseOpening.begin(
            progress,
            now -> {
              journal.read(now);
              begin(journal, plan, clock, now);
              check(journal);
              service.opened(CasePreparation::prepare);
            });
    TeamServer running;
    boolean isRead;
    Accounts people = null;
    try {
      isRead = opening.hasEndedWithin(patience.unserved);
      if (isRead) {
        opening.check();
      }
      people = Accounts.of(journal.database());
      retain(people, plan, clock);
      applySignIn(plan, people, each -> plan.signIn().rolesWithFactor().contains(each.role()));
      if (people.list().isEmpty() && people.listTokens().isEmpty()) {
        out.println(
            "Nobody has an account yet. Maybe stop this, and add one: parley account add NAME --role"
                + " mediator --database "
                + plan.database());
      }
      running = start(plan, journal, service, people, clock, environment, out::println);
    } catch (IOException | CannotServe | RuntimeException e) {
      journal.close();
      if (people != null) {
        people.close();
      }
      throw e;
    }
    if (!isRead) {
      running.awaitCase(opening, service, plan, out, patience.lastWords);
    }
    running.workBesidePages(plan);
    return running;
  }

  /// Sets for how long views are kept, if that is said.
  static void retain(Accounts people, ServerPlan plan, Clock clock) {
    Integer days = plan.keeping().viewDays();
    if (days != null) {
      people.keepViews(AccountEditor.OPERATOR, days, clock.instant());
    }
  }

  /// Waits until the case is read. If it cannot be, pages say so before the server ends.
  private void awaitCase(
      CaseOpening opening,
      JournalCaseService service,
      ServerPlan plan,
      PrintWriter out,
      Duration lastWords)
      throws IOException, CannotServe {
    Consumer<String> line =
        words -> {
          out.println(words);
          out.flush();
        };
    try {
      line.accept("The case is being read. Pages say how far it is: " + address());
      opening.tell(line);
      opening.check();
    } catch (IOException | CannotServe | RuntimeException e) {
      if (closing) {
        return; // its journal was closed while it was read
      }
      Path folder = plan.folder();
      service.failed(
          folder == null ? "the journal" : folder.toString(), String.valueOf(e.getMessage()));
      awaitReaders(lastWords);
      close();
      throw e;
    }
  }

  /// Pages that say how far it is load themselves again each second, and say then why it failed.
  private void awaitReaders(Duration time) {
    try {
      var _ = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Begins what works beside the pages.
  private synchronized void workBesidePages(ServerPlan plan) {
    if (closing) {
      return;
    }
    Leadership chosen = leadership;
    backups = backupsOf(journal, plan, clock, watch.status());
    anchors =
        AnchorLog.begin(
            journal,
            plan.keeping().anchors(),
            clock,
            () -> chosen == null || chosen.leads(),
            watch.status());
    if (chosen != null) {
      chosen.fence(journal);
      notices.onlyWhile(chosen::leads);
      chosen.begin(advertised(plan, server));
    }
    if (!plan.notices().isEmpty()) {
      notices.begin();
    }
  }

  private static void begin(Journal journal, ServerPlan plan, Clock clock, LoadProgress progress)
      throws IOException, CannotServe {
    Path folder = plan.folder();
    boolean empty = journal.contents().isEmpty();
    if (folder == null) {
      if (empty) {
        throw new CannotServe(
            "The journal holds no case yet. Maybe name a folder to begin it with: --case FOLDER.");
      }
      return;
    }
    if (!empty) {
      throw new CannotServe(
          "The journal holds a case already, which --case would overwrite. Maybe leave --case out, or"
              + " enter what differs with parley record.");
    }
    switch (CaseFolder.of(folder).load(progress)) {
      case LoadResult.Loaded loaded -> {
        FolderRecord.Outcome outcome =
            FolderRecord.elsewhere(folder, journal, plan.database().toString())
                .basedOn(0L)
                .telling(progress)
                .record(
                    loaded,
                    System.getProperty("user.name", "unknown"),
                    "Begun with the folder " + folder.getFileName() + ".",
                    clock.instant());
        if (outcome instanceof FolderRecord.Outcome.Refused(List<String> why, _)) {
          throw new CannotServe(String.join("\n", why));
        }
      }
      case LoadResult.Rejected rejected ->
          throw new CannotServe(
              rejected.problems().stream()
                  .limit(MOST_NAMED)
                  .map(Object::toString)
                  .collect(Collectors.joining("\n", "The folder holds no case:\n", "")));
    }
  }

  /// Several servers need a database that ends idle sessions.
  static void check(Database database) throws CannotServe {
    int version = Leadership.serverVersion(database);
    if (version < Leadership.LEAST_VERSION) {
      throw new CannotServe(
          "The database is PostgreSQL "
              + version
              + ", which does not end idle sessions. Maybe use PostgreSQL "
              + Leadership.LEAST_VERSION
              + " or later.");
    }
  }

  static void check(Journal journal) throws CannotServe {
    check(journal.database());
    Case contents = journal.snapshot().findCase().orElse(null);
    if (contents != null) {
      List<SaveOutcome.Trouble> misnamed = Rights.misnamed(contents);
      if (!misnamed.isEmpty()) {
        throw new CannotServe(
            misnamed.stream()
                .limit(MOST_NAMED)
                .map(SaveOutcome.Trouble::sentence)
                .collect(
                    Collectors.joining(
                        "\n", "Some ids would betray what their readers may not see:\n", "")));
      }
    }
  }

  private static TeamServer start(
      ServerPlan plan,
      Journal journal,
      JournalCaseService service,
      Accounts people,
      Clock clock,
      Map<String, String> environment,
      Consumer<String> log)
      throws IOException, CannotServe {
    Tls tls = tls(plan);
    SSLContext trusted = trusted(plan);
    Texts texts;
    try {
      texts = ReadingSettings.forATeam(environment);
    } catch (IllegalArgumentException e) {
      throw new CannotServe(String.valueOf(e.getMessage()));
    }
    AccountAuthenticator authenticator =
        new AccountAuthenticator(people, clock, setting(plan, plan.listening().basePath()));
    Federation federation = new Federation(plan, clock);
    federation.begin(people);
    authenticator.federate(federation::signIn);
    authenticator.acceptPasskeys(relyingParty(plan));
    Leadership leadership =
        journal.database().isEmbedded()
            ? null
            : Leadership.of(journal.database(), service::entry, service::refresh, log);
    Notices notices =
        new Notices(
            Outbox.of(journal.database(), () -> UUID.randomUUID().toString()),
            people.notices(),
            new NoticedThings(service, people, clock),
            plan.notices(),
            publicAddress(plan),
            clock,
            log);
    ServerWatch watch = ServerWatch.begin(plan.operation(), journal.database().name(), clock);
    try {
      watch.watch(journal, service, people, leadership, clock);
      watch.lookAt(journal.database()::schema, journal.database().folder().orElse(null));
      WebServer server =
          WebServer.start(
              service,
              texts,
              ReferenceShelf.of(environment),
              authenticator,
              notices,
              leadership == null
                  ? null
                  : new ServerNodes(leadership, trusted, log)
                      .of(journal.database(), service::refresh, authenticator),
              watch.operation(),
              plan.listening().host(),
              plan.listening().port(),
              tls);
      TeamServer running =
          new TeamServer(
              journal,
              people,
              authenticator,
              server,
              notices,
              leadership,
              watch,
              federation,
              clock);
      if (leadership != null) {
        leadership.fence();
      }
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      return running;
    } catch (IOException e) {
      notices.close();
      watch.close();
      federation.close();
      throw e;
    } catch (PortTaken e) {
      notices.close();
      watch.close();
      federation.close();
      BindException taken = new BindException(String.valueOf(e.getMessage()));
      taken.initCause(e);
      throw taken;
    }
  }

  /// The certificate it has; null for plain HTTP.
  static @Nullable Tls tls(ServerPlan plan) throws IOException, CannotServe {
    Path certificate = plan.listening().tlsCertificate();
    Path key = plan.listening().tlsKey();
    try {
      return certificate == null || key == null ? null : Tls.read(certificate, key);
    } catch (IllegalArgumentException e) {
      throw new CannotServe(String.valueOf(e.getMessage()));
    }
  }

  /// Whom certificates of other servers are trusted by; null for those Java trusts.
  static @Nullable SSLContext trusted(ServerPlan plan) throws IOException, CannotServe {
    Path authorities = plan.nodes().authorities();
    try {
      return authorities == null ? null : Tls.trusting(authorities);
    } catch (IllegalArgumentException e) {
      throw new CannotServe(String.valueOf(e.getMessage()));
    }
  }

  /// Only a file is copied here: PostgreSQL has backups of its own.
  private static @Nullable BackupService backupsOf(
      Journal journal, ServerPlan plan, Clock clock, StatusBoard status) {
    if (!journal.database().isEmbedded()) {
      status.watch(ServerPart.BACKUP, PartFinding.BACKED_UP_ELSEWHERE::found);
      return null;
    }
    Path file = Path.of(plan.database().toString());
    BackupService backups =
        BackupService.open(
            journal,
            file,
            clock,
            made ->
                ServerLog.info(
                    LogFields.of("backup")
                        .with("entries", made.anchor().entries())
                        .with("bytes", made.bytes())));
    status.watch(ServerPart.BACKUP, () -> backedUp(backups.hasFailed(), file, status));
    return backups;
  }

  private static PartStatus backedUp(boolean hasFailed, Path file, StatusBoard status) {
    if (hasFailed) {
      return PartFinding.BACKUP_FAILED.found();
    }
    return BackupMark.read(file)
        .map(status::daysSince)
        .map(
            days ->
                PartStatus.in(
                    days > MOST_DAYS_BEHIND ? PartFinding.BACKED_UP_BEFORE : PartFinding.BACKED_UP,
                    days))
        .orElseGet(PartFinding.NEVER_BACKED_UP::found);
  }

  /// @param those the accounts that must have a second factor
  static void applySignIn(ServerPlan plan, Accounts identities, Predicate<Account> those) {
    FactorKey key = plan.signIn().factorKey();
    if (key != null) {
      identities.sealFactors(key);
    }
    identities.requireFactor(those);
    identities.endIdleAfter(plan.signIn().idle());
  }

  /// The network configuration of what is under a path.
  static AccountAuthenticator.Setting setting(ServerPlan plan, String basePath) {
    Set<String> names = new HashSet<>();
    plan.listening().names().forEach(each -> names.add(each.toLowerCase(Locale.ROOT)));
    return new AccountAuthenticator.Setting(
        names,
        plan.listening().tlsCertificate() != null && plan.listening().tlsKey() != null,
        plan.listening().behindProxy(),
        Set.copyOf(plan.listening().proxies()),
        plan.listening().open(),
        basePath,
        Set.copyOf(plan.listening().framingSites()));
  }

  /// Where other servers of the case reach this one; empty where that is not said, since it listens
  /// on several interfaces.
  static String advertised(ServerPlan plan, WebServer server) {
    URI given = plan.nodes().advertise();
    if (given != null) {
      return given.toString();
    }
    boolean isEverywhere =
        plan.listening().host().equals("0.0.0.0") || plan.listening().host().equals("::");
    String host =
        plan.listening().host().contains(":")
            ? "[" + plan.listening().host() + "]"
            : plan.listening().host();
    return isEverywhere ? "" : server.address().getScheme() + "://" + host + ":" + server.port();
  }

  /// The address that readers know the server by.
  static URI publicAddress(ServerPlan plan) {
    boolean isSecure = plan.listening().tlsCertificate() != null || plan.listening().behindProxy();
    String name =
        plan.listening().names().isEmpty()
            ? plan.listening().host()
            : plan.listening().names().getFirst();
    boolean hasUsualPort =
        plan.listening().behindProxy() || (isSecure && plan.listening().port() == 443);
    return URI.create(
        (isSecure ? "https://" : "http://")
            + (name.contains(":") ? "[" + name + "]" : name)
            + (hasUsualPort ? "" : ":" + plan.listening().port())
            + plan.listening().basePath()
            + "/");
  }

  /// The server as passkeys know it; empty where there are none.
  static Optional<RelyingParty> relyingParty(ServerPlan plan) {
    return RelyingParty.of(
        Objects.requireNonNullElseGet(plan.signIn().passkeyOrigin(), () -> publicAddress(plan)));
  }

  /// Who lets people in.
  AccountAuthenticator authenticator() {
    return authenticator;
  }

  /// The server of its pages.
  WebServer server() {
    return server;
  }

  /// Its accounts, once pending rows of the audit are written.
  Accounts people() {
    var _ = authenticator.listSeen(null, Long.MAX_VALUE, 1);
    return people;
  }

  /// The port that metrics are served on; 0 if they are not.
  int metricsPort() {
    return watch.metricsPort();
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
    if (closing) {
      return;
    }
    closing = true;
    // what was begun is finished first, and only the leader appends
    server.close();
    if (leadership != null) {
      leadership.close();
    }
    if (backups != null) {
      backups.close();
    }
    if (anchors != null) {
      anchors.close();
    }
    notices.close();
    federation.close();
    authenticator.close();
    people.close();
    journal.close();
    watch.close();
    closed.countDown();
  }
}
