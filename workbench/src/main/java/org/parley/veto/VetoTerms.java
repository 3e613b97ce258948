package org.parley.veto;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Who takes part in a round, and on which packages: the first line of a transcript. Its digest is
/// part of every message, so that all who take part have agreed to the same terms.
///
/// @param session 32 hexadecimal digits that no other round has
public record VetoTerms(String session, List<Delegate> parties, List<BallotPackage> packages) {

  public static final int MOST_PARTIES = 32;
  public static final int MOST_PACKAGES = 500;

  private static final int SESSION_BYTES = 16;
  private static final int MOST_CHARACTERS = 4000;
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  /// A party that takes part.
  ///
  /// @param key the public key of its delegation
  public record Delegate(String id, String key) {}

  /// A package that is tabled.
  ///
  /// @param words its text, or the digest of one
  public record BallotPackage(String id, String words) {}

  public VetoTerms {
    parties = List.copyOf(parties);
    packages = List.copyOf(packages);
  }

  /// Terms with a new session.
  public static VetoTerms of(
      List<Delegate> parties, List<BallotPackage> packages, SecureRandom random)
      throws VetoException {
    byte[] session = new byte[SESSION_BYTES];
    random.nextBytes(session);
    VetoTerms terms = new VetoTerms(HexFormat.of().formatHex(session), parties, packages);
    terms.check();
    return terms;
  }

  /// The digest that stands for the round.
  public String round() {
    return VetoDigest.hex("terms", line());
  }

  /// The line of the transcript.
  public String line() {
    return VetoJson.write(this);
  }

  /// The place of a party; -1 if it does not take part.
  int indexOf(String party) {
    for (int at = 0; at < parties.size(); at++) {
      if (parties.get(at).id().equals(party)) {
        return at;
      }
    }
    return -1;
  }

  void check() throws VetoException {
    VetoGroup.bytes(session, SESSION_BYTES, VetoFault.NOT_A_TRANSCRIPT_LINE);
    if (parties.size() < 2 || parties.size() > MOST_PARTIES) {
      throw new VetoException(VetoFault.WRONG_ROUND_SIZE, parties.size() + " parties");
    }
    if (packages.isEmpty() || packages.size() > MOST_PACKAGES) {
      throw new VetoException(VetoFault.WRONG_ROUND_SIZE, packages.size() + " packages");
    }
    Set<String> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Delegate each : parties) {
      checkId(each.id(), ids);
      VetoIdentity.checkKey(each.key());
      if (!keys.add(each.key())) {
        throw new VetoException(VetoFault.SIGNING_KEY_SHARED, each.id());
      }
    }
    ids.clear();
    for (BallotPackage each : packages) {
      checkId(each.id(), ids);
      if (each.words().isBlank()
          || each.words().length() > MOST_CHARACTERS
          || each.words().codePoints().anyMatch(VetoTerms::isUnfit)) {
        throw new VetoException(VetoFault.WRONG_PACKAGE_WORDS, each.id());
      }
    }
  }

  /// Control characters, halves of characters and changes of direction would hide what is tabled.
  private static boolean isUnfit(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  private static void checkId(String id, Set<String> seen) throws VetoException {
    if (!ID.matcher(id).matches()) {
      throw new VetoException(VetoFault.NOT_A_ROUND_ID, id);
    }
    if (!seen.add(id)) {
      throw new VetoException(VetoFault.TWICE_IN_ROUND, id);
    }
  }
}
