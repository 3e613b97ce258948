package org.parley.veto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/// The terms of a round and the messages that were accepted, all of them checked.
public final class VetoTranscript {

  private final VetoTerms terms;
  private final List<VetoMessage> messages;
  private final Map<VetoStep, Map<String, VetoMessage>> bySteps;

  private VetoTranscript(VetoTerms terms, List<VetoMessage> messages) {
    this.terms = terms;
    this.messages = List.copyOf(messages);
    this.bySteps = new TreeMap<>();
    for (VetoStep step : VetoStep.values()) {
      bySteps.put(step, new LinkedHashMap<>());
    }
    messages.forEach(each -> of(each.step()).put(each.party(), each));
  }

  /// A round without messages.
  public static VetoTranscript of(VetoTerms terms) {
    return new VetoTranscript(terms, List.of());
  }

  /// Reads and checks a transcript.
  ///
  /// @throws VetoException with the first line that is refused
  public static VetoTranscript read(String text) throws VetoException {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()) {
      throw new VetoException(VetoFault.NOT_A_TRANSCRIPT, "");
    }
    int number = 1;
    try {
      VetoTranscript transcript = of(VetoJson.terms(lines.getFirst()));
      for (String line : lines.subList(1, lines.size())) {
        number++;
        transcript = transcript.with(VetoMessage.of(line));
      }
      return transcript;
    } catch (VetoException e) {
      throw e.at(number);
    }
  }

  /// The lines, each with its end.
  public String text() {
    StringBuilder text = new StringBuilder(terms.line()).append('\n');
    messages.forEach(each -> text.append(each.line()).append('\n'));
    return text.toString();
  }

  public VetoTerms terms() {
    return terms;
  }

  public List<VetoMessage> messages() {
    return messages;
  }

  /// This transcript with one more message.
  ///
  /// @throws VetoException if it does not belong here, with the reason
  public VetoTranscript with(VetoMessage message) throws VetoException {
    if (!message.round().equals(terms.round())) {
      throw new VetoException(VetoFault.MESSAGE_OF_OTHER_ROUND, message.party());
    }
    int index = terms.indexOf(message.party());
    if (index < 0) {
      throw new VetoException(VetoFault.MESSAGE_OF_NO_PARTY, message.party());
    }
    if (!VetoIdentity.verify(
        terms.parties().get(index).key(), VetoJson.signedText(message), message.signature())) {
      throw new VetoException(VetoFault.SIGNATURE_DOES_NOT_MATCH, message.party());
    }
    VetoMessage earlier = of(message.step()).get(message.party());
    if (earlier != null) {
      throw new VetoException(
          earlier.equals(message) ? VetoFault.MESSAGE_REPEATED : VetoFault.MESSAGE_CHANGED,
          message.party());
    }
    if (!(state() instanceof VetoState.Waiting(VetoStep step, _))) {
      throw new VetoException(VetoFault.ROUND_IS_OVER, message.party());
    }
    if (message.step() != VetoStep.WITHDRAWAL && message.step().compareTo(step) > 0) {
      throw new VetoException(VetoFault.MESSAGE_TOO_EARLY, message.party());
    }
    List<VetoMessage> all = new ArrayList<>(messages);
    all.add(message);
    VetoTranscript with = new VetoTranscript(terms, all);
    switch (message) {
      case VetoMessage.Keys keys -> {
        checkPoints(keys, keys.points(), "", generators());
        if (with.isWhole(VetoStep.KEYS)) {
          with.checkBases();
        }
      }
      case VetoMessage.Commitment commitment ->
          checkBoard(commitment.party(), commitment.board(), VetoStep.KEYS);
      case VetoMessage.Opening opening -> {
        checkBoard(opening.party(), opening.board(), VetoStep.COMMITMENT);
        checkCommitment(opening);
        checkPoints(opening, opening.points(), board(VetoStep.KEYS), bases(index));
      }
      case VetoMessage.Withdrawal _ -> {}
    }
    return with;
  }

  private List<ECPoint> generators() {
    return terms.packages().stream().map(_ -> VetoGroup.GENERATOR).toList();
  }

  private void checkPoints(
      VetoMessage message, List<ProvenPoint> points, String board, List<ECPoint> bases)
      throws VetoException {
    if (points.size() != terms.packages().size()) {
      throw new VetoException(VetoFault.WRONG_NUMBER_OF_POINTS, message.party());
    }
    for (int at = 0; at < points.size(); at++) {
      String id = terms.packages().get(at).id();
      if (!points
          .get(at)
          .holds(bases.get(at), context(message.step(), board, message.party(), id))) {
        throw new VetoException(VetoFault.PROOF_DOES_NOT_HOLD, message.party() + ", " + id);
      }
    }
  }

  /// Two parties in collusion can choose keys that cancel out, so that a third has no veto.
  private void checkBases() throws VetoException {
    for (int party = 0; party < terms.parties().size(); party++) {
      List<ECPoint> bases = bases(party);
      for (int at = 0; at < bases.size(); at++) {
        if (bases.get(at).isInfinity()) {
          throw new VetoException(
              VetoFault.KEYS_CANCEL_OUT,
              terms.parties().get(party).id() + ", " + terms.packages().get(at).id());
        }
      }
    }
  }

  private void checkBoard(String party, String board, VetoStep until) throws VetoException {
    if (!board.equals(board(until))) {
      throw new VetoException(VetoFault.OTHER_BOARD, party);
    }
  }

  private void checkCommitment(VetoMessage.Opening opening) throws VetoException {
    VetoGroup.bytes(opening.nonce(), VetoDelegation.NONCE_BYTES, VetoFault.NOT_THE_COMMITMENT);
    String committed =
        commitment(opening.party(), board(VetoStep.KEYS), opening.nonce(), opening.points());
    if (!(of(VetoStep.COMMITMENT).get(opening.party()) instanceof VetoMessage.Commitment published)
        || !published.commitment().equals(committed)) {
      throw new VetoException(VetoFault.NOT_THE_COMMITMENT, opening.party());
    }
  }

  /// The digest that commits to answers.
  String commitment(String party, String board, String nonce, List<ProvenPoint> points) {
    return VetoDigest.hex(
        "commitment", terms.round(), party, board, nonce, VetoJson.answers(points));
  }

  ProvenPoint.Context context(VetoStep step, String board, String party, String id) {
    return new ProvenPoint.Context(step.name(), terms.round(), board, party, id);
  }

  /// The digest of all messages up to a step, by party: it does not depend on who came first.
  String board(VetoStep until) {
    List<String> lines = new ArrayList<>();
    lines.add(terms.round());
    for (VetoStep step : VetoStep.values()) {
      if (step.compareTo(until) <= 0) {
        for (VetoTerms.Delegate each : terms.parties()) {
          VetoMessage message = of(step).get(each.id());
          lines.add(message == null ? "" : message.line());
        }
      }
    }
    return VetoDigest.hex("board", lines.toArray(String[]::new));
  }

  /// The bases of the second round of a party, one a package. Each is the product of the keys of
  /// the parties before it, divided by those of the parties after it.
  List<ECPoint> bases(int party) {
    List<ECPoint> bases = new ArrayList<>();
    for (int at = 0; at < terms.packages().size(); at++) {
      ECPoint base = VetoGroup.IDENTITY;
      for (int other = 0; other < terms.parties().size(); other++) {
        if (other != party) {
          ECPoint key = key(other, at);
          base = other < party ? base.add(key) : base.subtract(key);
        }
      }
      bases.add(base.normalize());
    }
    return bases;
  }

  private ECPoint key(int party, int at) {
    if (of(VetoStep.KEYS).get(terms.parties().get(party).id()) instanceof VetoMessage.Keys keys) {
      return keys.points().get(at).point();
    }
    throw new IllegalStateException("no keys of " + terms.parties().get(party).id());
  }

  /// How far the round has come.
  public VetoState state() {
    for (VetoMessage each : of(VetoStep.WITHDRAWAL).values()) {
      return new VetoState.Withdrawn(each.party());
    }
    for (VetoStep step : VetoStep.values()) {
      if (step != VetoStep.WITHDRAWAL && !isWhole(step)) {
        return new VetoState.Waiting(
            step,
            terms.parties().stream()
                .map(VetoTerms.Delegate::id)
                .filter(each -> !of(step).containsKey(each))
                .toList());
      }
    }
    SequencedMap<String, Boolean> accepted = new LinkedHashMap<>();
    for (int at = 0; at < terms.packages().size(); at++) {
      ECPoint product = VetoGroup.IDENTITY;
      for (VetoMessage each : of(VetoStep.OPENING).values()) {
        if (each instanceof VetoMessage.Opening opening) {
          product = product.add(opening.points().get(at).point());
        }
      }
      accepted.put(terms.packages().get(at).id(), product.isInfinity());
    }
    return new VetoState.Complete(accepted);
  }

  /// The message of a party in a step.
  @Nullable VetoMessage find(VetoStep step, String party) {
    return of(step).get(party);
  }

  boolean isWhole(VetoStep step) {
    return of(step).size() == terms.parties().size();
  }

  private Map<String, VetoMessage> of(VetoStep step) {
    return bySteps.getOrDefault(step, Map.of());
  }
}
