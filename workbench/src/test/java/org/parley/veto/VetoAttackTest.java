package org.parley.veto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.parley.MainClasses;
import org.parley.ReachedClasses;

/// Delegations and servers that cheat: each attempt ends with a code.
@NullMarked
class VetoAttackTest {

  private static void refused(VetoFault fault, Executable attempt) {
    VetoException refused = assertThrows(VetoException.class, attempt);
    assertEquals(fault, refused.fault(), String.valueOf(refused.getMessage()));
  }

  @Test
  void messagesOfAnotherRoundAreRefused() throws Exception {
    VetoTable one = new VetoTable(2, 1).joined();
    VetoTerms terms = one.board.terms();
    VetoTranscript other =
        VetoTranscript.of(VetoTerms.of(terms.parties(), terms.packages(), VetoTable.RANDOM));
    refused(VetoFault.MESSAGE_OF_OTHER_ROUND, () -> other.with(one.board.messages().getFirst()));
    refused(
        VetoFault.SECRETS_OF_OTHER_ROUND,
        () -> one.side("P0").join(other, "P0", one.secretsOf("P0")));
  }

  /// One word of a package changed by the server: nobody's message fits.
  @Test
  void changedTermsAreAnotherRound() throws Exception {
    VetoTable table = new VetoTable(2, 1).joined();
    String changed = table.board.text().replaceFirst("number 0", "number 9");
    refused(VetoFault.MESSAGE_OF_OTHER_ROUND, () -> VetoTranscript.read(changed));
  }

  @Test
  void forgedMessagesAreRefused() throws Exception {
    VetoTable table = new VetoTable(3, 1);
    VetoMessage own = table.join("P0");
    VetoMessage forged = own.signedBy(table.identity("P1"));
    refused(VetoFault.SIGNATURE_DOES_NOT_MATCH, () -> table.board.with(forged));
    refused(
        VetoFault.MESSAGE_OF_NO_PARTY,
        () ->
            table.board.with(
                new VetoMessage.Withdrawal(table.board.terms().round(), "X", "")
                    .signedBy(table.identity("P0"))));
    refused(VetoFault.KEY_OF_OTHER_PARTY, () -> table.side("P1").join(table.board, "P0", null));
    refused(VetoFault.MESSAGE_OF_NO_PARTY, () -> table.side("P1").withdraw(table.board, "X"));
  }

  /// P1 passes off the key of P0 as its own, with a signature of its own: its base would be the
  /// square of nothing it knows.
  @Test
  void copiedKeysAreRefused() throws Exception {
    VetoTable table = new VetoTable(3, 2);
    VetoMessage.Keys copied = (VetoMessage.Keys) table.join("P0");
    table.add(copied);
    VetoMessage stolen =
        new VetoMessage.Keys(copied.round(), "P1", copied.points(), "")
            .signedBy(table.identity("P1"));
    refused(VetoFault.PROOF_DOES_NOT_HOLD, () -> table.board.with(stolen));
    // the proof of one package for another
    VetoMessage.Keys own = (VetoMessage.Keys) table.join("P2");
    VetoMessage swapped =
        new VetoMessage.Keys(own.round(), "P2", own.points().reversed(), "")
            .signedBy(table.identity("P2"));
    refused(VetoFault.PROOF_DOES_NOT_HOLD, () -> table.board.with(swapped));
    VetoMessage fewer =
        new VetoMessage.Keys(own.round(), "P2", own.points().subList(0, 1), "")
            .signedBy(table.identity("P2"));
    refused(VetoFault.WRONG_NUMBER_OF_POINTS, () -> table.board.with(fewer));
  }

  @Test
  void repeatedAndChangedMessagesAreRefused() throws Exception {
    VetoTable table = new VetoTable(2, 1);
    VetoMessage keys = table.join("P0");
    table.add(keys);
    refused(VetoFault.MESSAGE_REPEATED, () -> table.board.with(keys));
    table.secrets.clear();
    refused(VetoFault.MESSAGE_CHANGED, () -> table.join("P0"));
    VetoMessage others =
        table.side("P0").join(VetoTranscript.of(table.board.terms()), "P0", null).message();
    refused(VetoFault.MESSAGE_CHANGED, () -> table.board.with(others));
  }

  @Test
  void messagesOutOfOrderAreRefused() throws Exception {
    VetoTable table = new VetoTable(2, 1).opened(1, 1);
    List<VetoMessage> all = table.board.messages();
    VetoTranscript empty = VetoTranscript.of(table.board.terms());
    refused(VetoFault.MESSAGE_TOO_EARLY, () -> empty.with(all.get(2)));
    refused(VetoFault.MESSAGE_TOO_EARLY, () -> empty.with(all.get(0)).with(all.get(4)));
    VetoTable begun = new VetoTable(2, 1);
    begun.add(begun.join("P0"));
    refused(VetoFault.MESSAGE_TOO_EARLY, () -> begun.answer("P0", 1));
    begun.add(begun.join("P1"));
    refused(VetoFault.NOT_YET_SEALED, () -> begun.open("P0"));
    begun.add(begun.answer("P0", 1));
    refused(VetoFault.MESSAGE_TOO_EARLY, () -> begun.open("P0"));
    List<String> lines = new ArrayList<>(table.board.text().lines().toList());
    lines.add(2, lines.remove(3));
    refused(VetoFault.MESSAGE_TOO_EARLY, () -> VetoTranscript.read(String.join("\n", lines)));
  }

  /// After it has seen a veto, P1 would like to answer otherwise.
  @Test
  void nobodyChangesItsMind() throws Exception {
    VetoTable table = new VetoTable(2, 2).joined();
    table.add(table.answer("P0", 3));
    table.add(table.answer("P1", 3));
    refused(VetoFault.ANSWER_ALREADY_SEALED, () -> table.answer("P1", 1));
    // by a program of its own, which seals anew and opens that
    VetoSecrets honest = table.secretsOf("P1");
    VetoSecrets anew =
        new VetoSecrets(honest.round(), honest.party(), honest.exponents(), honest.keys(), null);
    VetoDelegation.Made other = table.side("P1").answer(table.board, "P1", anew, table.answers(1));
    refused(VetoFault.MESSAGE_CHANGED, () -> table.board.with(other.message()));
    refused(
        VetoFault.OWN_MESSAGE_MISSING,
        () -> table.side("P1").open(table.board, "P1", other.secrets()));
    VetoSecrets.Sealed sealed = Objects.requireNonNull(other.secrets().sealed());
    VetoMessage opened =
        new VetoMessage.Opening(
                honest.round(),
                "P1",
                table.board.board(VetoStep.COMMITMENT),
                sealed.nonce(),
                sealed.points(),
                "")
            .signedBy(table.identity("P1"));
    refused(VetoFault.NOT_THE_COMMITMENT, () -> table.board.with(opened));
  }

  /// The server shows P0 other keys of P1 than it shows P1.
  @Test
  void twoBoardsAreFound() throws Exception {
    VetoTable table = new VetoTable(2, 1);
    table.add(table.join("P0"));
    VetoTranscript half = table.board;
    table.add(table.join("P1"));
    VetoMessage otherKeys = table.side("P1").join(half, "P1", null).message();
    VetoTranscript shown = half.with(otherKeys);
    VetoMessage sealed =
        table.side("P0").answer(shown, "P0", table.secretsOf("P0"), table.answers(1)).message();
    refused(VetoFault.OTHER_BOARD, () -> table.board.with(sealed));
    refused(
        VetoFault.OWN_MESSAGE_MISSING,
        () -> table.side("P1").answer(shown, "P1", table.secretsOf("P1"), table.answers(1)));
  }

  /// P1 sees that P0 refuses, and would cancel the veto: it knows the point, but not its exponent.
  @Test
  void aVetoCannotBeCancelled() throws Exception {
    VetoTable table = new VetoTable(2, 1).joined();
    table.add(table.answer("P0", 0));
    ECPoint veto =
        Objects.requireNonNull(table.secretsOf("P0").sealed()).points().getFirst().point();
    ProvenPoint forged =
        new ProvenPoint(
            veto.negate().normalize(),
            VetoGroup.random(VetoTable.RANDOM),
            VetoGroup.random(VetoTable.RANDOM));
    String keys = table.board.board(VetoStep.KEYS);
    String nonce = "00".repeat(VetoDelegation.NONCE_BYTES);
    String round = table.board.terms().round();
    table.add(
        new VetoMessage.Commitment(
                round, "P1", keys, table.board.commitment("P1", keys, nonce, List.of(forged)), "")
            .signedBy(table.identity("P1")));
    table.add(table.open("P0"));
    VetoMessage opened =
        new VetoMessage.Opening(
                round, "P1", table.board.board(VetoStep.COMMITMENT), nonce, List.of(forged), "")
            .signedBy(table.identity("P1"));
    refused(VetoFault.PROOF_DOES_NOT_HOLD, () -> table.board.with(opened));
  }

  /// The first and the third of three know each other's exponents: with equal keys the second would
  /// have no veto.
  @Test
  void keysThatCancelOutAreRefused() throws Exception {
    VetoTable table = new VetoTable(3, 1);
    BigInteger shared = VetoGroup.random(VetoTable.RANDOM);
    for (String party : List.of("P0", "P2")) {
      ProvenPoint point =
          ProvenPoint.of(
              VetoGroup.GENERATOR,
              shared,
              table.board.context(VetoStep.KEYS, "", party, "k0"),
              VetoTable.RANDOM);
      table.add(
          new VetoMessage.Keys(table.board.terms().round(), party, List.of(point), "")
              .signedBy(table.identity(party)));
    }
    VetoMessage last = table.join("P1");
    refused(VetoFault.KEYS_CANCEL_OUT, () -> table.board.with(last));
  }

  @Test
  void wrongElementsAreRefused() throws Exception {
    VetoTable table = new VetoTable(2, 1);
    String line = table.join("P0").line();
    String point = line.replaceAll(".*\"point\":\"([^\"]*)\".*", "$1");
    refused(VetoFault.IDENTITY_ELEMENT, () -> VetoMessage.of(line.replace(point, "00")));
    refused(
        VetoFault.NOT_A_GROUP_ELEMENT,
        () -> VetoMessage.of(line.replace(point, "04" + point.substring(2))));
    // x of no point of the curve: half of all are
    int none = 0;
    for (int x = 1; x < 40; x++) {
      String made = "02" + VetoGroup.encode(BigInteger.valueOf(x));
      try {
        VetoGroup.point(made);
      } catch (VetoException e) {
        none++;
      }
    }
    assertTrue(none > 5, "none " + none);
    // a coordinate that is not reduced
    refused(VetoFault.NOT_A_GROUP_ELEMENT, () -> VetoGroup.point("02" + "f".repeat(64)));
    refused(VetoFault.NOT_A_GROUP_ELEMENT, () -> VetoGroup.point(point + "00"));
    refused(VetoFault.NOT_A_SCALAR, () -> VetoGroup.scalar("f".repeat(64)));
    refused(VetoFault.NOT_A_SCALAR, () -> VetoGroup.scalar("F".repeat(63)));
  }

  @Test
  void whoLeavesEndsTheRound() throws Exception {
    VetoTable table = new VetoTable(3, 1).sealed(1, 1, 1);
    table.add(table.open("P0"));
    VetoMessage last = table.open("P2");
    table.add(table.side("P1").withdraw(table.board, "P1"));
    assertEquals(new VetoState.Withdrawn("P1"), table.board.state());
    refused(VetoFault.ROUND_IS_OVER, () -> table.board.with(last));
    VetoTable done = new VetoTable(2, 1).opened(1, 1);
    refused(
        VetoFault.ROUND_IS_OVER, () -> done.board.with(done.side("P1").withdraw(done.board, "P1")));
  }

  /// Who stops is seen, at each step.
  @Test
  void whoIsMissingIsNamed() throws Exception {
    VetoTable table = new VetoTable(2, 1);
    assertEquals(new VetoState.Waiting(VetoStep.KEYS, List.of("P0", "P1")), table.board.state());
    table.add(table.join("P1"));
    assertEquals(new VetoState.Waiting(VetoStep.KEYS, List.of("P0")), table.board.state());
    table.add(table.join("P0"));
    table.add(table.answer("P0", 1));
    assertEquals(new VetoState.Waiting(VetoStep.COMMITMENT, List.of("P1")), table.board.state());
    table.add(table.answer("P1", 0));
    table.add(table.open("P1"));
    assertEquals(new VetoState.Waiting(VetoStep.OPENING, List.of("P0")), table.board.state());
  }

  @Test
  void answersAreWhole() throws Exception {
    VetoTable table = new VetoTable(2, 2).joined();
    VetoSecrets secrets = table.secretsOf("P0");
    refused(
        VetoFault.ANSWER_MISSING,
        () -> table.side("P0").answer(table.board, "P0", secrets, Map.of("k0", true)));
    refused(
        VetoFault.NOT_AN_ANSWER,
        () ->
            table
                .side("P0")
                .answer(table.board, "P0", secrets, Map.of("k0", true, "k1", true, "k2", true)));
    refused(VetoFault.NOT_A_SECRETS_FILE, () -> VetoSecrets.of("{}"));
    refused(VetoFault.NOT_A_SECRETS_FILE, () -> VetoSecrets.of("no JSON"));
    refused(
        VetoFault.NOT_A_SECRETS_FILE,
        () -> VetoSecrets.of(secrets.text().replaceFirst("\"exponents\":\\[\"..", "$0zz")));
    refused(VetoFault.NOT_A_SECRETS_FILE, () -> VetoIdentity.of("short"));
  }

  @Test
  void wrongTermsAreRefused() throws Exception {
    VetoTable table = new VetoTable(2, 1);
    List<VetoTerms.Delegate> two = table.board.terms().parties();
    List<VetoTerms.BallotPackage> one = table.board.terms().packages();
    refused(VetoFault.WRONG_ROUND_SIZE, () -> terms(two.subList(0, 1), one));
    refused(VetoFault.WRONG_ROUND_SIZE, () -> terms(two, List.of()));
    refused(VetoFault.TWICE_IN_ROUND, () -> terms(two, List.of(one.getFirst(), one.getFirst())));
    refused(
        VetoFault.SIGNING_KEY_SHARED,
        () -> terms(List.of(two.get(0), new VetoTerms.Delegate("Q", two.get(0).key())), one));
    refused(
        VetoFault.NOT_A_SIGNING_KEY,
        () -> terms(List.of(two.get(0), new VetoTerms.Delegate("Q", "12")), one));
    refused(
        VetoFault.NOT_A_ROUND_ID,
        () -> terms(List.of(two.get(0), new VetoTerms.Delegate("Q,R", two.get(1).key())), one));
    refused(
        VetoFault.WRONG_PACKAGE_WORDS,
        () -> terms(two, List.of(new VetoTerms.BallotPackage("k", " "))));
    // words that turn around would show another package
    refused(
        VetoFault.WRONG_PACKAGE_WORDS,
        () -> terms(two, List.of(new VetoTerms.BallotPackage("k", "A \u202e B"))));
  }

  private static void terms(
      List<VetoTerms.Delegate> parties, List<VetoTerms.BallotPackage> packages)
      throws VetoException {
    VetoTerms.of(parties, packages, VetoTable.RANDOM);
  }

  @Test
  void onlyTheCanonicalFormIsRead() throws Exception {
    VetoTable table = new VetoTable(2, 1).joined();
    String text = table.board.text();
    refused(VetoFault.LINE_NOT_CANONICAL, () -> VetoTranscript.read(text.replace(",\"", ", \"")));
    String first = text.lines().toList().get(1);
    refused(
        VetoFault.LINE_NOT_CANONICAL,
        () -> VetoMessage.of(first.replaceFirst("\\{", "{\"more\":1,")));
    refused(
        VetoFault.NOT_A_TRANSCRIPT_LINE,
        () -> VetoMessage.of(first.replaceFirst("\\{", "{\"party\":\"P1\",")));
    refused(VetoFault.NOT_A_TRANSCRIPT_LINE, () -> VetoMessage.of("{\"step\":\"keys\"}"));
    refused(VetoFault.NOT_A_TRANSCRIPT, () -> VetoTranscript.read(""));
    refused(VetoFault.NOT_A_TRANSCRIPT, () -> VetoTranscript.read("[]"));
    refused(
        VetoFault.NOT_A_TRANSCRIPT,
        () -> VetoTranscript.read(text.replace("\"parley-veto\":1", "\"parley-veto\":2")));
    refused(VetoFault.NOT_A_TRANSCRIPT, () -> VetoTranscript.read(text.replace("P-256", "P-192")));
  }

  /// Whatever single character is changed, the transcript is refused with the line.
  @Test
  void everyChangedCharacterIsNoticed() throws Exception {
    VetoTable table = new VetoTable(2, 1).opened(1, 1);
    String text = table.board.text();
    long seed = 5;
    Random random = new Random(seed);
    for (int run = 0; run < 400; run++) {
      int at = random.nextInt(text.length());
      char old = text.charAt(at);
      char put = "0123456789abcdef{}\"\n ,".charAt(random.nextInt(22));
      if (put == old || at == text.length() - 1) {
        continue;
      }
      String changed = text.substring(0, at) + put + text.substring(at + 1);
      VetoException refused =
          assertThrows(
              VetoException.class,
              () -> VetoTranscript.read(changed),
              "seed " + seed + ", character " + at);
      assertTrue(refused.line() > 0);
    }
  }

  /// The verifier runs where nothing else of Parley is.
  @Test
  void aProcessWithoutTheRestChecksATranscript(@TempDir Path folder) throws Exception {
    Path classes = folder.resolve("classes");
    Set<Class<?>> reached = ReachedClasses.from(MainClasses.ALL, VetoVerifier.class);
    for (Class<?> each : reached) {
      assertTrue(
          each.getPackageName().equals("org.parley.veto")
              || each.getName().equals("org.parley.model.Refusal"),
          each.getName());
      copy(each, "", classes);
      int number = 1;
      while (copy(each, "$" + number, classes)) {
        number++;
      }
    }
    Path good = folder.resolve("good.jsonl");
    Path bad = folder.resolve("bad.jsonl");
    String text = new VetoTable(3, 2).opened(3, 1, 3).board.text();
    Files.writeString(good, text);
    Files.writeString(bad, text.replace("\"party\":\"P2\"", "\"party\":\"P1\""));
    String path =
        classes
            + File.pathSeparator
            + String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(each -> each.contains("jackson") || each.contains("bcprov"))
                    .toList());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                VetoVerifier.class.getName(),
                good.toString(),
                bad.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "not finished");
    assertEquals(
        """
        {"state":"complete","allAccept":{"k0":true,"k1":false}}
        {"state":"refused","line":4,"code":"signature-does-not-match","value":"P1"}
        """,
        printed.replace(System.lineSeparator(), "\n"));
  }

  private static boolean copy(Class<?> type, String suffix, Path classes) throws Exception {
    String file = type.getName().replace('.', '/') + suffix + ".class";
    try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(file)) {
      if (in == null) {
        return false;
      }
      Path copy = classes.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.write(copy, in.readAllBytes());
      return true;
    }
  }
}
