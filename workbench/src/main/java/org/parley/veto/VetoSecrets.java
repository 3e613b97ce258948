package org.parley.veto;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The secrets of one delegation in one round. They stay in its own file.
///
/// @param exponents one a package; never used in another round
/// @param keys the line of the first round that was made with them
/// @param sealed the answers, once they are committed to
public record VetoSecrets(
    String round, String party, List<BigInteger> exponents, String keys, @Nullable Sealed sealed) {

  /// Answers that are committed to.
  ///
  /// @param accepted the ids of the accepted packages, in the order of the terms
  /// @param commitment the line that was published
  public record Sealed(
      List<String> accepted, String nonce, List<ProvenPoint> points, String commitment) {
    public Sealed {
      accepted = List.copyOf(accepted);
      points = List.copyOf(points);
    }
  }

  public VetoSecrets {
    exponents = List.copyOf(exponents);
  }

  /// The text of the file.
  public String text() {
    return VetoJson.write(this);
  }

  /// Reads the text of a file.
  public static VetoSecrets of(String text) throws VetoException {
    return VetoJson.secrets(text);
  }

  /// No secret gets into a message by accident.
  @Override
  public String toString() {
    return "VetoSecrets[" + party + "]";
  }
}
