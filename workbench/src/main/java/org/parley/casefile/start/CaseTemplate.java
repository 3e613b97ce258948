package org.parley.casefile.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.model.party.PartyKind;

/// A kind of negotiation to begin a case with: the points, options and steps usual in its texts.
public enum CaseTemplate {
  CEASEFIRE(PartyKind.STATE),
  PEACE_FRAMEWORK(PartyKind.STATE),
  TRADE_DEAL(PartyKind.STATE),
  LABOUR_AGREEMENT(PartyKind.ORGANISATION),
  WATER_TREATY(PartyKind.STATE),
  BLANK(PartyKind.STATE);

  private final PartyKind parties;

  CaseTemplate(PartyKind parties) {
    this.parties = parties;
  }

  /// The name in commands and addresses: `peace-framework`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind that its parties usually are.
  PartyKind parties() {
    return parties;
  }

  /// The template of a name.
  public static Optional<CaseTemplate> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The names of all templates.
  public static List<String> words() {
    return Arrays.stream(values()).map(CaseTemplate::word).toList();
  }
}
