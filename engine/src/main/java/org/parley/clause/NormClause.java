package org.parley.clause;

import java.util.List;
import org.parley.document.DocumentElement;
import org.parley.model.PartyId;

/// A clause: one norm of a sentence, or a sentence without a norm.
///
/// @param element the element it stands in
/// @param words its words
/// @param force its deontic force
/// @param who the words for those it binds; empty for none
/// @param parties those of them that are parties on record
/// @param clocks its times
/// @param conditions its conditions
/// @param figures its figures and dates, without those of times and references
/// @param scopes the words that say how far it reaches
/// @param further its further acts after the first, folded: "published" in "is audited and
///   published"
/// @param phrases whom it is about, and which of them
/// @param act its words without those of subject, modal verb, times and conditions, folded
public record NormClause(
    DocumentElement element,
    String words,
    Deontic force,
    String who,
    List<PartyId> parties,
    List<Clock> clocks,
    List<String> conditions,
    List<Figure> figures,
    List<ScopeWord> scopes,
    List<String> further,
    List<ClausePhrase> phrases,
    List<String> act) {

  public NormClause {
    parties = List.copyOf(parties);
    clocks = List.copyOf(clocks);
    conditions = List.copyOf(conditions);
    figures = List.copyOf(figures);
    scopes = List.copyOf(scopes);
    further = List.copyOf(further);
    phrases = List.copyOf(phrases);
    act = List.copyOf(act);
  }
}
