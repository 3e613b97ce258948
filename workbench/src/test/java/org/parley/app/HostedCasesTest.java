package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.cli.team.ServerPlan;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.web.api.line.Jobs;
import org.parley.web.cases.CaseAsker;
import org.parley.web.cases.CaseLine;
import org.parley.web.cases.FindPage;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.ListedCases;
import org.parley.web.cases.OpenedCase;
import org.parley.web.service.CaseLoading;
import org.parley.web.service.CaseService;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.Visitor;

/// Cases are opened when they are asked for, and closed when there are too many or nobody asks.
class HostedCasesTest {

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(CasesWorld.NOON);

  private HostedCases hosted(CasesWorld world, int mostOpen) throws Exception {
    return hosted(world, mostOpen, UnaryOperator.identity());
  }

  private HostedCases hosted(CasesWorld world, int mostOpen, UnaryOperator<OpenedCase> made)
      throws Exception {
    return hosted(world, mostOpen, made, new Semaphore(2), Duration.ofMinutes(5));
  }

  private HostedCases hosted(
      CasesWorld world,
      int mostOpen,
      UnaryOperator<OpenedCase> made,
      Semaphore readings,
      Duration patience)
      throws Exception {
    world.running.hosted().close();
    ServerPlan plan = CasesWorld.plan(DatabaseAddress.ofFile(folder.resolve("srv")));
    MountedCase.Shared shared =
        new MountedCase.Shared(
            plan,
            world.running.register(),
            Texts.offline(),
            ReferenceShelf.of(Map.of()),
            CasesWorld.CLOCK,
            new Federation(plan, CasesWorld.CLOCK),
            Jobs.threads(),
            null,
            readings);
    return new HostedCases(
        world.running.register(),
        (each, isArchived) -> made.apply(MountedCase.open(each, isArchived, shared)),
        now::get,
        mostOpen,
        patience);
  }

  private CasesWorld threeCases() throws Exception {
    return new CasesWorld.Plan()
        .hosts("a", CasesWorld.river("A", "first"))
        .hosts("b", CasesWorld.river("B", "second"))
        .hosts("c", CasesWorld.river("C", "third"))
        .serve(folder);
  }

  private void use(HostedCases hosted, String id) throws Exception {
    now.updateAndGet(each -> each.plus(Duration.ofMinutes(1)));
    hosted.use(id).close();
  }

  private static List<String> open(HostedCases hosted) {
    return Stream.of("a", "b", "c")
        .filter(id -> hosted.useIfOpen(id).map(HostedCasesTest::released).orElse(false))
        .toList();
  }

  private static boolean released(HostedCases.CaseUse use) {
    use.close();
    return true;
  }

  @Test
  void theCaseUsedLeastRecentlyIsClosedFirst() throws Exception {
    try (CasesWorld world = threeCases();
        HostedCases hosted = hosted(world, 2)) {
      assertEquals(0, hosted.countOpen());
      use(hosted, "a");
      use(hosted, "b");
      use(hosted, "a");
      use(hosted, "c");
      assertEquals(List.of("a", "c"), open(hosted));
    }
  }

  @Test
  void aCaseInUseStaysOpen() throws Exception {
    try (CasesWorld world = threeCases();
        HostedCases hosted = hosted(world, 1);
        HostedCases.CaseUse inUse = hosted.use("a")) {
      use(hosted, "b");
      assertTrue(inUse.opened().service().answers());
      assertEquals(List.of("a", "b"), open(hosted));
      now.updateAndGet(each -> each.plus(Duration.ofDays(1)));
      hosted.closeIdle();
      assertEquals(1, hosted.countOpen());
    }
  }

  /// Nobody who asks for another case waits, and the list says how far the reading is.
  @Test
  void aCaseThatIsBeingReadKeepsNobodyWaiting() throws Exception {
    Semaphore readings = new Semaphore(1);
    try (CasesWorld world =
            new CasesWorld.Plan()
                .hosts("a", CasesWorld.river("A", "first"))
                .hosts("b", CasesWorld.river("B", "second"))
                .person("Ann")
                .role("a", "Ann", "mediator", "")
                .role("b", "Ann", "mediator", "")
                .serve(folder);
        HostedCases hosted = hosted(world, 4, each -> each, readings, Duration.ofSeconds(0))) {
      CaseAsker ann = CaseAsker.person("Ann");
      ListedCases listed = new ListedCases(hosted, world.running.register(), now::get);
      Eventually.holds("b is read", () -> isRead(hosted, "b"));
      readings.acquireUninterruptibly();
      try (HostedCases.CaseUse beginning = hosted.use("a");
          HostedCases.CaseUse other = hosted.use("b")) {
        JournalCaseService service = beginning.opened().service();
        assertThrows(CaseLoading.class, () -> service.read(Visitor.mediator("Ann")));
        assertFalse(service.isLoaded());
        assertInstanceOf(
            CaseService.CaseAccess.Opened.class,
            other.opened().service().read(Visitor.mediator("Ann")));
        assertEquals(
            List.of("a: This case is being read: 0 %.", "B: a day"),
            listed.list(ann).stream().map(HostedCasesTest::words).toList());
        assertTrue(FindPage.of(hosted, ann, "second").isMaking());
        readings.release();
        Eventually.holds("a is read", service::isLoaded);
      }
      assertEquals(List.of("A", "B"), listed.list(ann).stream().map(CaseLine::title).toList());
      assertFalse(FindPage.of(hosted, ann, "second").isMaking());
    }
  }

  private static boolean isRead(HostedCases hosted, String id) throws Exception {
    try (HostedCases.CaseUse use = hosted.use(id)) {
      return use.opened().service().isLoaded();
    }
  }

  private static String words(CaseLine line) {
    return line.title() + ": " + (line.asOf() == null ? line.answer() : "a day");
  }

  /// Who asks is told each time, and the next request opens it again.
  @Test
  void aCaseThatCannotBeReadIsNotKeptOpen() throws Exception {
    try (CasesWorld world = threeCases();
        HostedCases hosted = hosted(world, 4, HostedCasesTest::unreadable)) {
      assertThrows(JournalUnavailableException.class, () -> use(hosted, "a"));
      assertEquals(0, hosted.countOpen());
      assertThrows(JournalUnavailableException.class, () -> use(hosted, "a"));
      assertEquals(0, hosted.countOpen());
    }
  }

  private static OpenedCase unreadable(OpenedCase opened) {
    return (OpenedCase)
        Proxy.newProxyInstance(
            OpenedCase.class.getClassLoader(),
            new Class<?>[] {OpenedCase.class},
            (_, method, arguments) -> {
              if (method.getName().equals("awaitReading")) {
                throw new JournalUnavailableException("it is damaged", null);
              }
              return method.invoke(opened, arguments);
            });
  }

  @Test
  void anArchivedCaseIsOpenedAnew() throws Exception {
    try (CasesWorld world = threeCases();
        HostedCases hosted = hosted(world, 3)) {
      use(hosted, "a");
      assertTrue(hosted.archive("a", true));
      assertTrue(hosted.isArchived("a"));
      assertEquals(0, hosted.countOpen());
      assertTrue(hosted.archive("a", false));
      assertFalse(hosted.isArchived("a"));
      assertFalse(hosted.archive("z", true));
    }
  }

  /// The first to be closed fails after it was closed.
  @Test
  void aCaseThatFailsToCloseKeepsNoOtherOpen() throws Exception {
    try (CasesWorld world = threeCases();
        HostedCases hosted = hosted(world, 3, HostedCasesTest::failing)) {
      use(hosted, "a");
      use(hosted, "b");
      now.updateAndGet(each -> each.plus(Duration.ofDays(1)));
      hosted.closeIdle();
      assertEquals(0, hosted.countOpen());
    }
  }

  private static OpenedCase failing(OpenedCase opened) {
    return (OpenedCase)
        Proxy.newProxyInstance(
            OpenedCase.class.getClassLoader(),
            new Class<?>[] {OpenedCase.class},
            (_, method, arguments) -> {
              Object came = method.invoke(opened, arguments);
              if (method.getName().equals("close")) {
                throw new IllegalStateException("the disk is gone");
              }
              return came;
            });
  }
}
