package org.parley.veto;

import java.util.List;

/// A signed message of one party: a line of a transcript.
public sealed interface VetoMessage {

  /// The digest of the terms.
  String round();

  String party();

  String signature();

  VetoStep step();

  /// First round: the generator to a random exponent, once for each package.
  record Keys(String round, String party, List<ProvenPoint> points, String signature)
      implements VetoMessage {
    public Keys {
      points = List.copyOf(points);
    }

    @Override
    public VetoStep step() {
      return VetoStep.KEYS;
    }
  }

  /// The commitment to the answers, before anybody opens.
  ///
  /// @param board the digest of all keys
  record Commitment(String round, String party, String board, String commitment, String signature)
      implements VetoMessage {
    @Override
    public VetoStep step() {
      return VetoStep.COMMITMENT;
    }
  }

  /// Second round: the answers, once for each package.
  ///
  /// @param board the digest of all keys and commitments
  record Opening(
      String round,
      String party,
      String board,
      String nonce,
      List<ProvenPoint> points,
      String signature)
      implements VetoMessage {
    public Opening {
      points = List.copyOf(points);
    }

    @Override
    public VetoStep step() {
      return VetoStep.OPENING;
    }
  }

  /// A party leaves, and the round ends without a result.
  record Withdrawal(String round, String party, String signature) implements VetoMessage {
    @Override
    public VetoStep step() {
      return VetoStep.WITHDRAWAL;
    }
  }

  /// The line of the transcript.
  default String line() {
    return VetoJson.write(this);
  }

  /// The same with a signature.
  default VetoMessage signedBy(VetoIdentity identity) {
    String signed = identity.sign(VetoJson.signedText(this));
    return switch (this) {
      case Keys(String round, String party, List<ProvenPoint> points, _) ->
          new Keys(round, party, points, signed);
      case Commitment(String round, String party, String board, String commitment, _) ->
          new Commitment(round, party, board, commitment, signed);
      case Opening(
              String round,
              String party,
              String board,
              String nonce,
              List<ProvenPoint> points,
              _) ->
          new Opening(round, party, board, nonce, points, signed);
      case Withdrawal(String round, String party, _) -> new Withdrawal(round, party, signed);
    };
  }

  /// Reads a line. Only the canonical form is accepted: it is written again and compared.
  static VetoMessage of(String line) throws VetoException {
    return VetoJson.message(line);
  }
}
