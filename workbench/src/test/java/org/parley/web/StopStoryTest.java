package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.Verification;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.CaseService;

/// A server that is stopped finishes what was begun, and begins nothing else.
@NullMarked
@Timeout(180)
class StopStoryTest {

  private static final String PARTY =
      "{\"record\": {\"id\": \"L1\", \"name\": \"Late\", \"kind\": \"state\"}}";

  @TempDir Path folder;

  @Test
  void whatWasBegunIsFinished() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    String journal = folder.resolve("journal").toString();
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, false);
    try (Team team =
        new Team(
            journal, journal, SmallWorld.build(), setting, each -> slow(each, begun, mayGoOn))) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.inSession("ann");
      CompletableFuture<HttpResponse<String>> saving =
          CompletableFuture.supplyAsync(() -> ann.json("POST", "/api/records/parties", PARTY));
      begun.await();
      CompletableFuture<Void> stopping = CompletableFuture.runAsync(team.server::close);

      Eventually.holds("503", () -> team.nobody().get("/healthz").statusCode() == 503);
      assertEquals(503, team.nobody().get("/sign-in").statusCode());
      assertFalse(stopping.isDone());

      mayGoOn.countDown();
      assertEquals(201, saving.get().statusCode());
      stopping.get();
      assertEquals("L1", team.journal.find(team.journal.last()).orElseThrow().change().id());
      assertInstanceOf(Verification.Intact.class, team.journal.verify(null));
    }
  }

  /// Saving takes as long as the test likes.
  private static CaseService slow(
      CaseService service, CountDownLatch begun, CountDownLatch mayGoOn) {
    return (CaseService)
        Proxy.newProxyInstance(
            CaseService.class.getClassLoader(),
            new Class<?>[] {CaseService.class},
            (_, method, arguments) -> {
              if (method.getName().equals("change")) {
                begun.countDown();
                mayGoOn.await();
              }
              return method.invoke(service, arguments);
            });
  }
}
