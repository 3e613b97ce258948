package org.parley.casefile.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.model.party.PartyKind;

/// A template of Parley: the points, options and steps usual in texts of its kind.
public enum BuiltInTemplate implements CaseTemplate {
  CEASEFIRE(PartyKind.STATE),
  PEACE_FRAMEWORK(PartyKind.STATE),
  TRADE_DEAL(PartyKind.STATE),
  LABOUR_AGREEMENT(PartyKind.ORGANISATION),
  WATER_TREATY(PartyKind.STATE),
  BLANK(PartyKind.STATE);

  private final PartyKind parties;

  BuiltInTemplate(PartyKind parties) {
    this.parties = parties;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind that its parties usually are.
  PartyKind parties() {
    return parties;
  }

  /// The template of a name.
  public static Optional<BuiltInTemplate> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The names of all of them.
  public static List<String> words() {
    return Arrays.stream(values()).map(BuiltInTemplate::word).toList();
  }
}
