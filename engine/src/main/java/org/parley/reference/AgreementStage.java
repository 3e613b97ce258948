package org.parley.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseComparison;

/// The stage of a process at which an agreement was concluded (PA-X `Stage`).
public enum AgreementStage {
  /// About talks that are to come.
  PRENEGOTIATION("Pre"),
  /// A ceasefire, or close to one.
  CEASEFIRE("Cea"),
  /// Substance, in part.
  PARTIAL("SubPar"),
  /// Substance, as a whole.
  COMPREHENSIVE("SubComp"),
  /// How an earlier agreement is carried out.
  IMPLEMENTATION("Imp"),
  /// An earlier agreement, renewed.
  RENEWAL("Ren"),
  /// None of these.
  OTHER("Oth");

  private final String code;

  AgreementStage(String code) {
    this.code = code;
  }

  /// The code in the file.
  public String code() {
    return code;
  }

  /// Its name in answers and messages.
  public String key() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /// The stage that a case is compared at; null for any.
  public static @Nullable AgreementStage of(CaseComparison.@Nullable ComparedStage chosen) {
    return switch (chosen) {
      case null -> null;
      case PRENEGOTIATION -> PRENEGOTIATION;
      case CEASEFIRE -> CEASEFIRE;
      case PARTIAL -> PARTIAL;
      case COMPREHENSIVE -> COMPREHENSIVE;
      case IMPLEMENTATION -> IMPLEMENTATION;
      case RENEWAL -> RENEWAL;
      case OTHER -> OTHER;
    };
  }

  /// The stage with this code.
  public static Optional<AgreementStage> ofCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
