package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.team.ServerPlan;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.store.DatabaseAddress;
import org.parley.web.api.line.Jobs;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.OpenedCase;

/// Cases are opened when they are asked for, and closed when there are too many or nobody asks.
class HostedCasesTest {

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(CasesWorld.NOON);

  private HostedCases hosted(CasesWorld world, int mostOpen) throws Exception {
    return hosted(world, mostOpen, UnaryOperator.identity());
  }

  private HostedCases hosted(CasesWorld world, int mostOpen, UnaryOperator<OpenedCase> made)
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
            null);
    return new HostedCases(
        world.running.register(),
        (each, isArchived) -> made.apply(MountedCase.open(each, isArchived, shared)),
        now::get,
        mostOpen);
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
