package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.text.PointId;

/// Which parties some words name, and for whom a speaker speaks.
@NullMarked
class PartyFinderTest {

  private static final PartyFinder PARTIES =
      new PartyFinder(SmallCase.view(), "en", new FoldedNames());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          Norway                              | norway
          the Kingdom of Norway               | norway
          Norwegian fishers                   | norway
          the Norwegians                      | norway
          Oslo                                | norway
          Chile and Norway                    | chile, norway
          Norway, Norwegian, Oslo             | norway
          the Chilean envoy in Oslo           | chile, norway
          Union of Ferrymen                   | union
          a union of miners                   | ''
          Sweden                              | ''
          the norwegian coast                 | norway
          Norwayish                           | ''
          """)
  void named(String words, String parties) {
    assertEquals(
        parties, String.join(", ", PARTIES.in(words).stream().map(PartyId::value).toList()));
  }

  /// A speaker, an office, the text, and the party.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Ann Berg         | Norway's negotiator     | Ann Berg said so.                      | norway
          Ann Berg         | Chilean envoy in Norway | Ann Berg said so.                      | chile
          Ann Berg         | negotiator              | Ann Berg said so.                      | -
          Ann Berg         | -                       | Norway's Ann Berg said so.             | norway
          Ann Berg         | -                       | Chile met Norway's Ann Berg.           | -
          Ann Berg         | -                       | Chile left. Norway's Ann Berg said so. | norway
          Ann Berg         | -                       | Ann Berg said so of Norway.            | -
          Oslo             | -                       | Oslo said so.                          | norway
          the Chileans     | -                       | the Chileans said so.                  | chile
          Norway and Chile | -                       | Norway and Chile said so.              | norway
          officials        | -                       | In Norway officials said so.           | -
          """)
  void speakers(String name, @Nullable String office, String text, @Nullable String party) {
    assertEquals(
        Optional.ofNullable(party).map(PartyId::new),
        PARTIES.of(SmallCase.speaker(name, office), text));
  }

  @Test
  void aSpeakerOnRecordSpeaksForTheSamePartyWhateverTheText() {
    PartyFinder parties =
        new PartyFinder(
            SmallCase.view(
                SmallCase.claim(
                    "c-1", "Ann Berg", "chile", new PointId("toll"), new Assertion.Open())),
            "en",
            new FoldedNames());
    assertEquals(
        Optional.of(SmallCase.party("chile")),
        parties.of(SmallCase.speaker("Berg", "Norway's negotiator"), "Berg said so."));
  }

  @Test
  void theNameOnRecordIsTheOneWithTheLastName() {
    var view =
        SmallCase.view(
            SmallCase.claim(
                "c-1", "Volodymyr Zelenskyy", "chile", new PointId("toll"), new Assertion.Open()));
    assertEquals(Optional.of("Volodymyr Zelenskyy"), new KnownNames(view).speaker("Zelensky"));
    assertEquals(Optional.empty(), new KnownNames(view).speaker("Berg"));
  }

  @Test
  void shortNamesAreNamedInCapitalsAlone() {
    var us =
        new org.parley.model.party.Party(
            SmallCase.party("us"),
            org.parley.model.LocalizedText.of("US"),
            null,
            org.parley.model.party.PartyKind.STATE,
            List.of(),
            null,
            List.of(),
            new org.parley.model.Visibility.Public());
    PartyFinder parties = new PartyFinder(SmallCase.view(us), "en", new FoldedNames());
    assertEquals(List.of(SmallCase.party("us")), parties.in("the US envoy"));
    assertEquals(List.of(), parties.in("they told us so"));
  }
}
