package org.parley.sequence.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.check.ClosureCheck;
import org.parley.check.LoopCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.sequence.SharedData;

class ControllabilityOracleTest {

  @Test
  void answersEveryPublishedNetworkAsLabelled() throws IOException {
    check("stnu/dynamically_controllable", true, 272);
    check("stnu/uncontrollable", false, 65);
  }

  private static void check(String folder, boolean controllable, int atLeast) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.folder(folder))) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertTrue(files.size() >= atLeast, () -> folder + " has " + files.size());
    for (Path file : files) {
      UncertainNetwork network = Networks.read(file);
      assertEquals(controllable, decided(network), file::toString);
      assertEquals(
          controllable,
          Controllability.holds(network, Controllability.Method.MORRIS_2014),
          file::toString);
    }
  }

  /// The answer, with its proof checked.
  private static boolean decided(UncertainNetwork network) {
    return switch (Controllability.of(network, Budget.unlimited())) {
      case Finding.Exhausted<UncertainNetwork> _ -> true;
      case Finding.Proved<UncertainNetwork> other -> throw new AssertionError(other);
      case Finding.Impossible<UncertainNetwork>(Derivation proof) -> {
        assertEquals(new Verdict.Holds(), LoopCheck.verify(proof, network));
        yield false;
      }
      case Finding.Impossible<UncertainNetwork> other -> throw new AssertionError(other);
      case Finding.Bounded<UncertainNetwork> other -> throw new AssertionError(other);
    };
  }

  @Test
  void provesControlByWhatFollowsAndTheProofIsChecked() {
    int proved = 0;
    for (long seed = 0; seed < 4000; seed++) {
      var random = new Random(seed);
      UncertainNetwork network = Networks.random(random, 3 + random.nextInt(5), 10);
      if (!Controllability.holds(network, Controllability.Method.MORRIS_2014)) {
        assertThrows(
            IllegalArgumentException.class,
            () -> Closures.of(network, Budget.unlimited()),
            "seed " + seed);
        continue;
      }
      proved++;
      Closure proof = Closures.of(network, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(
          new Verdict.Holds(),
          ClosureCheck.verify(proof, network, Budget.unlimited()),
          "seed " + seed);
      if (!network.bounds().isEmpty()) {
        UncertainNetwork.UpperBound bound =
            network.bounds().get(random.nextInt(network.bounds().size()));
        proof.plain()[bound.from()][bound.to()] = bound.atMost() + 1;
        assertTrue(
            !ClosureCheck.verify(proof, network, Budget.unlimited()).holds(), "seed " + seed);
      }
    }
    assertTrue(proved > 400, "proved " + proved);
  }

  @Test
  void provesControlOfThePublishedNetworks() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.folder("stnu/dynamically_controllable"))) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().limit(60).toList();
    }
    for (Path file : files) {
      UncertainNetwork network = Networks.read(file);
      Closure proof = Closures.of(network, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(
          new Verdict.Holds(),
          ClosureCheck.verify(proof, network, Budget.unlimited()),
          file::toString);
    }
  }

  @Test
  void saysNothingWhenItsBudgetEnds() {
    UncertainNetwork network = Networks.random(new Random(3), 7, 10);
    assertTrue(
        Controllability.of(network, Budget.ofSteps(0))
            instanceof Finding.Bounded<UncertainNetwork>);
  }

  @Test
  void agreesWithThePublishedMethodOnRandomNetworks() {
    int controllable = 0;
    for (long seed = 0; seed < 40_000; seed++) {
      var random = new Random(seed);
      UncertainNetwork network = Networks.random(random, 3 + random.nextInt(6), 10);
      boolean expected = Controllability.holds(network, Controllability.Method.MORRIS_2014);
      assertEquals(expected, decided(network), "seed " + seed);
      controllable += expected ? 1 : 0;
    }
    assertTrue(controllable > 4000 && controllable < 36_000, "controllable: " + controllable);
  }
}
