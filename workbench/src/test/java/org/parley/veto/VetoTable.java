package org.parley.veto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/// Delegations that play a round together.
@NullMarked
final class VetoTable {

  static final SecureRandom RANDOM = new SecureRandom();

  final Map<String, VetoIdentity> identities = new LinkedHashMap<>();
  final Map<String, VetoSecrets> secrets = new LinkedHashMap<>();
  VetoTranscript board;

  VetoTable(int parties, int packages) throws VetoException {
    List<VetoTerms.Delegate> delegates = new ArrayList<>();
    for (int at = 0; at < parties; at++) {
      VetoIdentity identity = VetoIdentity.random(RANDOM);
      String id = "P" + at;
      identities.put(id, identity);
      delegates.add(new VetoTerms.Delegate(id, identity.publicKey()));
    }
    List<VetoTerms.BallotPackage> tabled = new ArrayList<>();
    for (int at = 0; at < packages; at++) {
      tabled.add(new VetoTerms.BallotPackage("k" + at, "Package number " + at));
    }
    board = VetoTranscript.of(VetoTerms.of(delegates, tabled, RANDOM));
  }

  VetoDelegation side(String party) {
    return new VetoDelegation(identity(party), RANDOM);
  }

  VetoIdentity identity(String party) {
    return Objects.requireNonNull(identities.get(party));
  }

  VetoSecrets secretsOf(String party) {
    return Objects.requireNonNull(secrets.get(party));
  }

  VetoMessage join(String party) throws VetoException {
    VetoDelegation.Made made = side(party).join(board, party, secrets.get(party));
    secrets.put(party, made.secrets());
    return made.message();
  }

  /// @param accepts a bit for each package
  VetoMessage answer(String party, int accepts) throws VetoException {
    VetoDelegation.Made made = side(party).answer(board, party, secretsOf(party), answers(accepts));
    secrets.put(party, made.secrets());
    return made.message();
  }

  Map<String, Boolean> answers(int accepts) {
    Map<String, Boolean> answers = new LinkedHashMap<>();
    for (int at = 0; at < board.terms().packages().size(); at++) {
      answers.put("k" + at, (accepts >> at & 1) == 1);
    }
    return answers;
  }

  VetoMessage open(String party) throws VetoException {
    return side(party).open(board, party, secretsOf(party));
  }

  void add(VetoMessage message) throws VetoException {
    board = board.with(message);
  }

  VetoTable joined() throws VetoException {
    for (String each : identities.keySet()) {
      add(join(each));
    }
    return this;
  }

  VetoTable sealed(int... accepts) throws VetoException {
    joined();
    int at = 0;
    for (String each : identities.keySet()) {
      add(answer(each, accepts[at++]));
    }
    return this;
  }

  VetoTable opened(int... accepts) throws VetoException {
    sealed(accepts);
    for (String each : identities.keySet()) {
      add(open(each));
    }
    return this;
  }
}
