package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.web.attack.Attacks;
import org.parley.web.view.Address;

/// Non-interference over generated cases and every address the router knows.
@NullMarked
class NonInterferenceLawTest {

  /// Pages for those who are about to sign in: they show secrets made by chance, and nothing of the
  /// case. The twins get no further than to be sent away. SecondFactorStoryTest and
  /// PasswordLinkStoryTest look at them.
  private static final Set<String> BEFORE_A_SESSION =
      Set.of(
          Address.SIGN_IN_CODE.path(), Address.SIGN_IN_ENROL.path(), Address.PASSWORD_LINK.path());

  private static final Viewer PUBLIC = new Viewer.Public();
  private static final Viewer FIRST = new Viewer.Delegation(new PartyId("UA"));
  private static final Viewer SECOND = new Viewer.Delegation(new PartyId("UA-X"));

  /// For so many seeds, news is also listened for over HTTP, which takes seconds.
  private static final long FIRST_SEEDS_HEARD = 3;

  @TempDir Path folder;

  private final NonInterference.Tally tally = new NonInterference.Tally();

  /// What is held of one viewer.
  @FunctionalInterface
  private interface Part {
    NonInterference.Tally hold() throws Exception;
  }

  /// The viewers are asked side by side, as nothing is shared between their servers.
  @Test
  void noByteOfAnyAnswerDependsOnWhatIsHidden() throws Exception {
    try (ExecutorService sideBySide = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<Future<NonInterference.Tally>> parts = new ArrayList<>();
      for (Part part : List.<Part>of(() -> hold(1, PUBLIC), () -> hold(2, FIRST))) {
        parts.add(sideBySide.submit(part::hold));
      }
      for (Future<NonInterference.Tally> each : parts) {
        tally.add(each.get());
      }
    }
    assertEverythingWasAsked();
    Attacks.assertCounted("inference through writes", tally.inferences);
    String page =
        Files.readString(root().resolve("docs").resolve("concepts").resolve("secrecy.md"));
    Matcher said = Pattern.compile("([\\d,]+) pairs of answers").matcher(page);
    assertTrue(said.find(), "docs/concepts/secrecy.md counts the pairs of answers");
    int least = Integer.parseInt(said.group(1).replace(",", ""));
    assertTrue(tally.compared >= least, "compared " + tally.compared + ", the page says " + least);
  }

  @Test
  @Tag("long")
  void noByteOfAnyAnswerDependsOnWhatIsHiddenInManyCases() throws Exception {
    tally.add(hold(3, SECOND));
    for (long seed = 4; seed < 44; seed++) {
      tally.add(hold(seed, seed % 3 == 0 ? PUBLIC : seed % 3 == 1 ? FIRST : SECOND));
    }
    assertEverythingWasAsked();
  }

  private NonInterference.Tally hold(long seed, Viewer viewer) throws Exception {
    NonInterference.Tally own = new NonInterference.Tally();
    Random random = new Random(seed);
    try (TwinServers twins =
        new TwinServers(
            folder.resolve("" + seed), seed, viewer, UnaryOperator.identity(), random)) {
      NonInterference law =
          new NonInterference(
              "seed " + seed + ", " + viewer, twins, new TwinQuestions(twins, random), own);
      List<TwinServers.Asker> askers = twins.askers();
      law.hold(askers);
      if (seed < FIRST_SEEDS_HEARD) {
        law.listen(askers);
      }
    }
    return own;
  }

  private void assertEverythingWasAsked() {
    List<String> unanswered = new ArrayList<>(tally.routes);
    unanswered.removeAll(tally.answered);
    unanswered.removeAll(BEFORE_A_SESSION);
    assertEquals(List.of(), unanswered, "addresses of the router that nothing asked for led to");
    assertTrue(tally.sent > 40, "only " + tally.sent + " of what programs wrote was taken");
    assertTrue(tally.saved > 10, "only " + tally.saved + " of what forms wrote was taken");
    assertTrue(tally.edited > 40, "only " + tally.edited + " edits of own records were taken");
    assertTrue(tally.secretsNamed > 40, "only " + tally.secretsNamed + " questions named secrets");
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docs")) ? here : Objects.requireNonNull(here.getParent());
  }
}
