package org.parley.reference;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which precedents are sought, and what counts as near.
///
/// @param codes the topics; a precedent has all of them
/// @param scope who concludes the agreement at hand; null if that does not count
/// @param kind its incompatibility; null if that does not count
/// @param stage its stage; null if that does not count
public record PrecedentQuery(
    List<String> codes,
    @Nullable AgreementScope scope,
    @Nullable ConflictKind kind,
    @Nullable AgreementStage stage) {

  public PrecedentQuery {
    codes = List.copyOf(new TreeSet<>(codes));
  }

  /// Of topics alone: the newest come first.
  public static PrecedentQuery of(Collection<String> codes) {
    return new PrecedentQuery(List.copyOf(Set.copyOf(codes)), null, null, null);
  }

  /// How many of the traits that count an agreement shares.
  int nearness(AgreementScope scope, ConflictKind kind, AgreementStage stage) {
    return (scope == this.scope ? 1 : 0)
        + (kind == this.kind ? 1 : 0)
        + (stage == this.stage ? 1 : 0);
  }
}
