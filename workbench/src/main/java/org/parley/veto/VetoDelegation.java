package org.parley.veto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/// One delegation's side of a round: makes its messages from its secrets.
///
/// Each method gives the same message again when asked again, so that one that was lost can be sent
/// once more. None gives a second, different one.
public final class VetoDelegation {

  static final int NONCE_BYTES = 32;

  private final VetoIdentity identity;
  private final SecureRandom random;

  /// The product of a step: the message to publish, and the secrets to keep.
  public record Made(VetoMessage message, VetoSecrets secrets) {}

  public VetoDelegation(VetoIdentity identity, SecureRandom random) {
    this.identity = identity;
    this.random = random;
  }

  /// First round: draws an exponent for each package.
  ///
  /// @param kept the secrets of this round, if there are some
  public Made join(VetoTranscript board, String party, @Nullable VetoSecrets kept)
      throws VetoException {
    checkIdentity(board, party);
    if (kept != null) {
      checkSecrets(board, party, kept);
      return new Made(VetoMessage.of(kept.keys()), kept);
    }
    if (board.find(VetoStep.KEYS, party) != null) {
      throw new VetoException(VetoFault.MESSAGE_CHANGED, party);
    }
    List<BigInteger> exponents = new ArrayList<>();
    List<ProvenPoint> points = new ArrayList<>();
    for (VetoTerms.BallotPackage each : board.terms().packages()) {
      BigInteger exponent = VetoGroup.random(random);
      exponents.add(exponent);
      points.add(
          ProvenPoint.of(
              VetoGroup.GENERATOR,
              exponent,
              board.context(VetoStep.KEYS, "", party, each.id()),
              random));
    }
    String round = board.terms().round();
    VetoMessage message = new VetoMessage.Keys(round, party, points, "").signedBy(identity);
    return new Made(message, new VetoSecrets(round, party, exponents, message.line(), null));
  }

  /// Commits to the answers: to accept is to use the exponent of the first round, to refuse is to
  /// use a random one.
  ///
  /// @param answers for each package, whether it is accepted
  public Made answer(
      VetoTranscript board, String party, VetoSecrets secrets, Map<String, Boolean> answers)
      throws VetoException {
    checkIdentity(board, party);
    checkSecrets(board, party, secrets);
    List<String> accepted = new ArrayList<>();
    for (String each : answers.keySet()) {
      if (board.terms().packages().stream().noneMatch(tabled -> tabled.id().equals(each))) {
        throw new VetoException(VetoFault.NOT_AN_ANSWER, each);
      }
    }
    for (VetoTerms.BallotPackage each : board.terms().packages()) {
      Boolean answer = answers.get(each.id());
      if (answer == null) {
        throw new VetoException(VetoFault.ANSWER_MISSING, each.id());
      }
      if (answer) {
        accepted.add(each.id());
      }
    }
    VetoSecrets.Sealed sealed = secrets.sealed();
    if (sealed != null) {
      if (!sealed.accepted().equals(accepted)) {
        throw new VetoException(VetoFault.ANSWER_ALREADY_SEALED, party);
      }
      return new Made(VetoMessage.of(sealed.commitment()), secrets);
    }
    checkOwn(board, VetoStep.KEYS, party, secrets.keys());
    if (!board.isWhole(VetoStep.KEYS)) {
      throw new VetoException(VetoFault.MESSAGE_TOO_EARLY, party);
    }
    String keys = board.board(VetoStep.KEYS);
    List<ECPoint> bases = board.bases(board.terms().indexOf(party));
    List<ProvenPoint> points = new ArrayList<>();
    for (int at = 0; at < bases.size(); at++) {
      String id = board.terms().packages().get(at).id();
      points.add(
          ProvenPoint.of(
              bases.get(at),
              accepted.contains(id) ? secrets.exponents().get(at) : VetoGroup.random(random),
              board.context(VetoStep.OPENING, keys, party, id),
              random));
    }
    byte[] drawn = new byte[NONCE_BYTES];
    random.nextBytes(drawn);
    String nonce = HexFormat.of().formatHex(drawn);
    VetoMessage message =
        new VetoMessage.Commitment(
                secrets.round(), party, keys, board.commitment(party, keys, nonce, points), "")
            .signedBy(identity);
    return new Made(
        message,
        new VetoSecrets(
            secrets.round(),
            party,
            secrets.exponents(),
            secrets.keys(),
            new VetoSecrets.Sealed(accepted, nonce, points, message.line())));
  }

  /// Second round: opens the answers, once everybody has committed to theirs.
  public VetoMessage open(VetoTranscript board, String party, VetoSecrets secrets)
      throws VetoException {
    checkIdentity(board, party);
    checkSecrets(board, party, secrets);
    VetoSecrets.Sealed sealed = secrets.sealed();
    if (sealed == null) {
      throw new VetoException(VetoFault.NOT_YET_SEALED, party);
    }
    checkOwn(board, VetoStep.COMMITMENT, party, sealed.commitment());
    if (!board.isWhole(VetoStep.COMMITMENT)) {
      throw new VetoException(VetoFault.MESSAGE_TOO_EARLY, party);
    }
    return new VetoMessage.Opening(
            secrets.round(),
            party,
            board.board(VetoStep.COMMITMENT),
            sealed.nonce(),
            sealed.points(),
            "")
        .signedBy(identity);
  }

  /// Leaves the round, which ends it for all.
  public VetoMessage withdraw(VetoTranscript board, String party) throws VetoException {
    checkIdentity(board, party);
    return new VetoMessage.Withdrawal(board.terms().round(), party, "").signedBy(identity);
  }

  private void checkIdentity(VetoTranscript board, String party) throws VetoException {
    int index = board.terms().indexOf(party);
    if (index < 0) {
      throw new VetoException(VetoFault.MESSAGE_OF_NO_PARTY, party);
    }
    if (!board.terms().parties().get(index).key().equals(identity.publicKey())) {
      throw new VetoException(VetoFault.KEY_OF_OTHER_PARTY, party);
    }
  }

  private static void checkSecrets(VetoTranscript board, String party, VetoSecrets secrets)
      throws VetoException {
    if (!secrets.round().equals(board.terms().round())
        || !secrets.party().equals(party)
        || secrets.exponents().size() != board.terms().packages().size()) {
      throw new VetoException(VetoFault.SECRETS_OF_OTHER_ROUND, party);
    }
  }

  private static void checkOwn(VetoTranscript board, VetoStep step, String party, String line)
      throws VetoException {
    VetoMessage own = board.find(step, party);
    if (own == null || !own.line().equals(line)) {
      throw new VetoException(VetoFault.OWN_MESSAGE_MISSING, party);
    }
  }
}
