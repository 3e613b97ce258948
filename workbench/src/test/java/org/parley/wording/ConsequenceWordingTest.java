package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.clause.ClausePhrase.PhraseKind;
import org.parley.clause.Clock;
import org.parley.clause.Clock.ClockKind;
import org.parley.clause.Consequence;
import org.parley.clause.Consequence.ActChanged;
import org.parley.clause.Consequence.ClauseAppears;
import org.parley.clause.Consequence.ClauseDisappears;
import org.parley.clause.Consequence.ClockChanged;
import org.parley.clause.Consequence.ClockTurn;
import org.parley.clause.Consequence.ConditionChanged;
import org.parley.clause.Consequence.EditKind;
import org.parley.clause.Consequence.FigureChanged;
import org.parley.clause.Consequence.ForceChanged;
import org.parley.clause.Consequence.ForceTurn;
import org.parley.clause.Consequence.LanguagesAgree;
import org.parley.clause.Consequence.LanguagesDiffer;
import org.parley.clause.Consequence.Place;
import org.parley.clause.Consequence.ReferenceBroken;
import org.parley.clause.Consequence.ReferenceMended;
import org.parley.clause.Consequence.ReferenceShifted;
import org.parley.clause.Consequence.RoleChanged;
import org.parley.clause.Consequence.ScopeChanged;
import org.parley.clause.Consequence.TermRedefined;
import org.parley.clause.Consequence.TermSettled;
import org.parley.clause.Consequence.TermUndefined;
import org.parley.clause.Consequence.WhoChanged;
import org.parley.clause.DefinedTerm;
import org.parley.clause.Deontic;
import org.parley.clause.Figure;
import org.parley.clause.LanguageDifference;
import org.parley.clause.NormClause;
import org.parley.clause.Reference;
import org.parley.clause.ScopeWord;
import org.parley.document.DocumentElement;
import org.parley.document.ElementKind;
import org.parley.model.CaseInfo;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;

/// Every consequence of an edit has words in every language. Only words of the text stay as they
/// are.
@NullMarked
class ConsequenceWordingTest {

  private static final DocumentElement ARTICLE =
      new DocumentElement("art_1", ElementKind.ARTICLE, "1", "", List.of(), null, List.of());
  private static final CaseView NO_RECORDS =
      Case.of(new CaseInfo("A case", null, List.of()), List.of()).viewFor(new Viewer.Mediator());
  private static final Place AT = new Place(1, ARTICLE);
  private static final Clock DAY = new Clock(ClockKind.DEADLINE, "QQ", 1, 1, false, "");
  private static final Figure SUM = new Figure("QQ", "1", "", "", false);
  private static final Reference TO = new Reference(ARTICLE, "QQ", "QQ", ARTICLE);
  private static final ScopeWord ALL = new ScopeWord("QQ", "all");
  private static final DefinedTerm TERM = new DefinedTerm("QQ", ARTICLE, "QQ");

  private static NormClause clause(Deontic force, String who) {
    return new NormClause(
        ARTICLE, "QQ", force, who, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  private static NormClause clause(String who) {
    return clause(Deontic.DUTY, who);
  }

  private static LanguageDifference differs(
      @Nullable List<String> own, @Nullable List<String> others) {
    return new LanguageDifference(ARTICLE, "en", own, "fr", others);
  }

  /// Every kind of consequence, with and without what may be missing.
  static Stream<Consequence> consequences() {
    List<Consequence> all = new ArrayList<>();
    for (Deontic force : Deontic.values()) {
      if (force.isNorm()) {
        all.add(new ClauseAppears(AT, clause(force, "QQ")));
        all.add(new ClauseDisappears(AT, clause(force, "QQ")));
      }
      for (ForceTurn turn : ForceTurn.values()) {
        all.add(new ForceChanged(AT, turn, clause(force, "QQ"), clause("QQ")));
        all.add(new ForceChanged(AT, turn, clause("QQ"), clause(force, "QQ")));
      }
    }
    NormClause some = clause("QQ");
    for (ClockTurn turn : ClockTurn.values()) {
      all.add(
          new ClockChanged(
              AT,
              turn,
              turn == ClockTurn.GAINED ? null : DAY,
              turn == ClockTurn.LOST ? null : DAY,
              some,
              some));
    }
    all.add(new ConditionChanged(AT, null, "QQ", some, some));
    all.add(new ConditionChanged(AT, "QQ", null, some, some));
    all.add(new ConditionChanged(AT, "QQ", "QQ", some, some));
    all.add(new WhoChanged(AT, clause(""), some));
    all.add(new WhoChanged(AT, some, clause("")));
    all.add(new WhoChanged(AT, some, some));
    all.add(new ActChanged(AT, "QQ", "QQ", some, some));
    all.add(new ActChanged(AT, null, "QQ", some, some));
    all.add(new ActChanged(AT, "QQ", null, some, some));
    all.add(new ScopeChanged(AT, ALL, ALL, some, some));
    all.add(new ScopeChanged(AT, null, ALL, some, some));
    all.add(new ScopeChanged(AT, ALL, null, some, some));
    for (PhraseKind role : List.of(PhraseKind.MEMBERS, PhraseKind.RECIPIENT)) {
      all.add(new RoleChanged(AT, role, "QQ", "QQ", some, some));
      all.add(new RoleChanged(AT, role, null, "QQ", some, some));
      all.add(new RoleChanged(AT, role, "QQ", null, some, some));
    }
    all.add(new FigureChanged(AT, null, SUM, some, some));
    all.add(new FigureChanged(AT, SUM, null, some, some));
    all.add(new FigureChanged(AT, SUM, SUM, some, some));
    all.add(new ReferenceBroken(AT, TO));
    all.add(new ReferenceMended(AT, TO));
    all.add(new ReferenceShifted(AT, TO, TO));
    all.add(new TermUndefined(AT, TERM, true));
    all.add(new TermUndefined(AT, TERM, false));
    all.add(new TermRedefined(AT, TERM, TERM, 0));
    all.add(new TermRedefined(AT, TERM, TERM, 1));
    all.add(new TermRedefined(AT, TERM, TERM, 2));
    all.add(new TermSettled(AT, TERM, true));
    all.add(new TermSettled(AT, TERM, false));
    all.add(new LanguagesDiffer(AT, differs(List.of("7"), List.of())));
    all.add(new LanguagesDiffer(AT, differs(null, List.of("7"))));
    all.add(new LanguagesDiffer(AT, differs(List.of("7"), null)));
    all.add(new LanguagesAgree(AT, differs(List.of("7"), List.of())));
    return all.stream();
  }

  private static ConsequenceWording in(Language language) {
    return new ConsequenceWording(Messages.of(language), NO_RECORDS);
  }

  @Test
  void everyKindIsAmongThem() {
    Set<EditKind> kinds =
        consequences()
            .map(Consequence::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(EditKind.class)));
    assertEquals(EnumSet.allOf(EditKind.class), kinds);
    Set<Class<?>> classes = consequences().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(Consequence.class.getPermittedSubclasses()), classes);
  }

  @ParameterizedTest
  @MethodSource("consequences")
  void isSaidInEveryLanguage(Consequence consequence) {
    isSaid(words -> words.says(consequence));
  }

  @ParameterizedTest
  @EnumSource(EditKind.class)
  void everyKindHasAHeadlineInEveryLanguage(EditKind kind) {
    List<Consequence> one = consequences().filter(each -> each.kind() == kind).limit(1).toList();
    isSaid(words -> words.headline(1, one, List.of()));
    isSaid(words -> words.headline(2, List.of(one.getFirst(), one.getFirst()), List.of()));
  }

  private static void isSaid(Function<ConsequenceWording, String> says) {
    List<String> said = new ArrayList<>();
    for (Language language : Language.values()) {
      String words = says.apply(in(language));
      assertFalse(words.isBlank() || words.contains("{") || words.contains("  "), words);
      said.add(words);
    }
    assertEquals(said.size(), new HashSet<>(said).size(), () -> "two languages say " + said);
  }

  @Test
  void everyKindHasAHeadlineOfItsOwn() {
    for (Language language : Language.values()) {
      Set<String> said = new HashSet<>();
      for (EditKind kind : EditKind.values()) {
        Consequence one =
            consequences().filter(each -> each.kind() == kind).findFirst().orElseThrow();
        said.add(in(language).headline(1, List.of(one), List.of()));
      }
      assertEquals(EditKind.values().length, said.size(), language.toString());
    }
  }

  @Test
  void wordsOfTheTextStayAsTheyAre() {
    for (Language language : Language.values()) {
      String said = in(language).says(new ConditionChanged(AT, null, "QQ", clause(""), clause("")));
      assertTrue(said.contains("QQ"), said);
    }
  }
}
