package org.parley.bench.veto;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.parley.veto.VetoDelegation;
import org.parley.veto.VetoIdentity;
import org.parley.veto.VetoMessage;
import org.parley.veto.VetoSecrets;
import org.parley.veto.VetoState;
import org.parley.veto.VetoTerms;
import org.parley.veto.VetoTranscript;

/// Prints the processor time of rounds: the messages of one delegation, the check of the whole
/// transcript, and both for all delegations together. Beside it stands the time of as many bare
/// exponentiations.
public final class VetoBench {

  private static final int RUNS = 7;
  private static final int WARM_UP = 2;
  private static final int EXPONENTIATIONS = 2_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// A proof is made with two exponentiations, the power itself among them, and checked with two.
  private static final int A_PROOF = 2;

  private static final int ROUNDS = 2;

  private VetoBench() {}

  /// Milliseconds of processor time of one round.
  private record Took(double making, double checking, long bytes) {
    double all(int parties) {
      return making + parties * checking;
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%s, %d processors, load average %.1f; medians of %d runs after %d (least to most), ms of"
            + " processor time%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS,
        WARM_UP);
    double one = exponentiation();
    System.out.printf("one exponentiation of a point: %.3f ms%n", one);
    for (int[] size : new int[][] {{2, 100}, {4, 100}, {8, 10}, {8, 100}, {16, 100}}) {
      measure(size[0], size[1], one);
    }
  }

  private static void measure(int parties, int packages, double one) throws Exception {
    List<Took> took = new ArrayList<>();
    for (int run = -WARM_UP; run < RUNS; run++) {
      Took each = round(parties, packages);
      if (run >= 0) {
        took.add(each);
      }
    }
    int exponentiations = ROUNDS * A_PROOF * parties * packages * (1 + parties);
    System.out.printf(
        "%2d parties, %3d packages: own %s, check %s, all delegations %s; %,d exponentiations, bare"
            + " %.0f; transcript %,d bytes%n",
        parties,
        packages,
        spread(took.stream().mapToDouble(each -> each.making() / parties).toArray()),
        spread(took.stream().mapToDouble(Took::checking).toArray()),
        spread(took.stream().mapToDouble(each -> each.all(parties)).toArray()),
        exponentiations,
        exponentiations * one,
        took.getFirst().bytes());
  }

  private static Took round(int parties, int packages) throws Exception {
    List<VetoTerms.Delegate> delegates = new ArrayList<>();
    Map<String, VetoDelegation> sides = new LinkedHashMap<>();
    for (int at = 0; at < parties; at++) {
      VetoIdentity identity = VetoIdentity.random(RANDOM);
      delegates.add(new VetoTerms.Delegate("P" + at, identity.publicKey()));
      sides.put("P" + at, new VetoDelegation(identity, RANDOM));
    }
    List<VetoTerms.BallotPackage> tabled = new ArrayList<>();
    Map<String, Boolean> answers = new LinkedHashMap<>();
    LinkedHashMap<String, Boolean> expected = new LinkedHashMap<>();
    for (int at = 0; at < packages; at++) {
      tabled.add(new VetoTerms.BallotPackage("k" + at, "Package " + at));
      answers.put("k" + at, true);
      expected.put("k" + at, at % 3 != 0);
    }
    VetoTranscript board = VetoTranscript.of(VetoTerms.of(delegates, tabled, RANDOM));
    Map<String, VetoSecrets> secrets = new LinkedHashMap<>();
    long making = 0;
    for (int step = 0; step < 3; step++) {
      for (Map.Entry<String, VetoDelegation> side : sides.entrySet()) {
        String party = side.getKey();
        Map<String, Boolean> own = party.equals("P1") ? expected : answers;
        long start = now();
        VetoMessage message;
        if (step == 2) {
          message = side.getValue().open(board, party, Objects.requireNonNull(secrets.get(party)));
        } else {
          VetoDelegation.Made made =
              step == 0
                  ? side.getValue().join(board, party, null)
                  : side.getValue()
                      .answer(board, party, Objects.requireNonNull(secrets.get(party)), own);
          secrets.put(party, made.secrets());
          message = made.message();
        }
        making += now() - start;
        board = board.with(message);
      }
    }
    String text = board.text();
    long start = now();
    VetoState state = VetoTranscript.read(text).state();
    long checking = now() - start;
    if (!state.equals(new VetoState.Complete(expected))) {
      throw new AssertionError("the result is " + state);
    }
    return new Took(making / 1e6, checking / 1e6, text.length());
  }

  private static double exponentiation() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
    ECPoint base = curve.getG().multiply(BigInteger.valueOf(7)).normalize();
    double least = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = now();
      for (int at = 0; at < EXPONENTIATIONS; at++) {
        base = base.multiply(new BigInteger(255, RANDOM).setBit(254)).normalize();
      }
      least = Math.min(least, (now() - start) / 1e6 / EXPONENTIATIONS);
    }
    return least;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String spread(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%.0f (%.0f to %.0f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
