package org.parley.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;
import org.parley.provision.BracketReader.BracketedWords;

/// Brackets as negotiators write them.
class BracketReaderTest {

  private static final Map<String, PartyId> PARTIES =
      Map.of("FARC", new PartyId("farc"), "Government", new PartyId("gov"));

  private static BracketedWords read(String words) {
    return BracketReader.read(words, name -> Optional.ofNullable(PARTIES.get(name)));
  }

  /// Each bracket as `<holder holder=words|...>`.
  private static String shown(String words) {
    return read(words).segments().stream()
        .map(
            each ->
                switch (each) {
                  case Segment.Plain(String said) -> said;
                  case Segment.Bracket bracket ->
                      bracket.alternatives().stream()
                          .map(
                              it ->
                                  it.holders().stream()
                                          .map(PartyId::value)
                                          .collect(Collectors.joining(" "))
                                      + "="
                                      + (it.noText() ? "-" : it.words()))
                          .collect(Collectors.joining("|", "<", ">"));
                })
        .collect(Collectors.joining());
  }

  @Test
  void wordingsStandSideBySideOrBehindASlash() {
    assertEquals("They <=shall|=should> meet.", shown("They [shall][should] meet."));
    assertEquals("They <=shall|=should> meet.", shown("They [shall] [should] meet."));
    assertEquals("They <=shall|=should> meet.", shown("They [shall/should] meet."));
    assertEquals("They <=shall|=-> meet.", shown("They [shall][no text] meet."));
    assertEquals(List.of(), read("They [shall][should] meet.").doubts());
  }

  @Test
  void holdersStandBeforeAColon() {
    assertEquals("<farc=in phases> it ends.", shown("[FARC: in phases] it ends."));
    assertEquals(
        "<farc gov=at once|farc=-> it ends.",
        shown("[FARC, Government: at once][FARC: no text] it ends."));
    assertEquals(
        List.of(new TextDoubt.UnknownHolder("ELN"), new TextDoubt.LoneBracket("ELN: later")),
        read("[ELN: later] it ends.").doubts());
  }

  @Test
  void whatCouldBeReadOtherwiseIsADoubt() {
    assertEquals(
        List.of(new TextDoubt.LoneBracket("OSCE")),
        read("the Organization [OSCE] monitors").doubts());
    assertEquals(List.of(), read("as said [sic] and [...] more").doubts());
    assertEquals("as said [sic] and [...] more", shown("as said [sic] and [...] more"));
    assertEquals(
        List.of(new TextDoubt.NestedBracket("in [two] years")),
        read("ends [in [two] years][now]").doubts());
    assertEquals("ends [in two years", shown("ends [in two years"));
    assertEquals(
        List.of(new TextDoubt.UnpairedBracket("ends [in two years")),
        read("ends [in two years").doubts());
    assertEquals(List.of(new TextDoubt.UnpairedBracket("ends] now")), read("ends] now").doubts());
  }

  @Test
  void numberedOptionsAreWordingsOfOneBracket() {
    String text =
        """
        On the return of prisoners:
        Option 1 (FARC): All return at once.
        Option 2 (Government): They return in phases.
        Option 3: no text
        A commission looks on.""";
    assertEquals(
        """
        On the return of prisoners:
        <farc=All return at once.|gov=They return in phases.|=->
        A commission looks on.""",
        shown(text));
    assertEquals(
        List.of(new TextDoubt.OptionsRead("Option 1 (FARC): All return at once.")),
        read(text).doubts());
    assertEquals(
        "<=All return.|=Some return.>",
        shown("[Alternative A\nAll return.]\n[Alternative B\nSome return.]"));
    assertEquals("<=Tous.|=Certains.>", shown("Variante 1. Tous.\nVariante 2. Certains."));
    assertEquals("Option 1: All return.", shown("Option 1: All return."));
    assertEquals("Option 2: All.\nOption 3: Some.", shown("Option 2: All.\nOption 3: Some."));
    assertEquals("Options remain open.", shown("Options remain open."));
    assertEquals(List.of(), read("Option 1: All return.").doubts());
  }

  @Test
  void aBracketOverSeveralProvisionsIsOneInEach() {
    Function<String, Optional<PartyId>> parties =
        name -> name.equals("Arda") ? Optional.of(new PartyId("A")) : Optional.empty();
    assertEquals(
        List.of(
            new BracketSpread.SpreadWords(
                "They meet. [Arda: They vote.]", across("Arda: They vote.", 4)),
            new BracketSpread.SpreadWords("[Arda: by hand; or]", null),
            new BracketSpread.SpreadWords("", null),
            new BracketSpread.SpreadWords("[Arda: [in] secret.] They leave.", null),
            new BracketSpread.SpreadWords("[Once] a year.", null)),
        BracketSpread.of(
            List.of(
                "They meet. [Arda: They vote.",
                "by hand; or",
                "",
                "[in] secret.] They leave.",
                "[Once] a year."),
            parties));
    assertEquals(
        List.of(
            new BracketSpread.SpreadWords("opens [here", null),
            new BracketSpread.SpreadWords("and never", null)),
        BracketSpread.of(List.of("opens [here", "and never"), parties));
    assertEquals(
        List.of(
            new BracketSpread.SpreadWords("[All]", across("All", 2)),
            new BracketSpread.SpreadWords("[of this.]", null)),
        BracketSpread.of(List.of("[All", "of this.\n]"), parties));
  }

  private static TextDoubt across(String words, int provisions) {
    return new TextDoubt.BracketAcross(words, provisions);
  }

  @Test
  void aBracketBeforeAnArticleHoldsItsWords() {
    ProvisionTree tree =
        ProvisionReader.read(
            "[Article 1\nWater\n1. It is shared.\n2. It is clean.]\nArticle 2\nIt flows.\n");
    assertEquals(
        List.of("", "[It is shared.", "It is clean.]", "It flows."),
        tree.all().map(each -> String.join("/", each.paragraphs())).toList());
    assertEquals("Water", tree.provisions().getFirst().heading());
  }

  @Test
  void optionsMayBeLabelledInBrackets() {
    assertEquals(
        "<=A commission with a chair|=A commission without one>",
        shown("[ALT 1: A commission with a chair]\n[ALT 2: A commission without one]"));
    assertEquals(
        "<=A commission with a chair|=A commission without one>",
        shown(
            "[Alternative A: A commission with a chair] [Alternative B: A commission without one]"));
    assertEquals(
        "<=The border follows the river.|=The border follows the [eastern] ridge [now]>",
        shown(
            "[Option A]\nThe border follows the river.\n[Option B]\nThe border follows the [eastern] ridge [now]"));
  }
}
