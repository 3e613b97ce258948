package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.ReadClaims;
import org.parley.reading.rules.RuleReader;

/// Who is taken to have said what, as the program reads it, in the styles of an agency, a ministry
/// and a short message, against Wednesday 14 May 2031.
@NullMarked
class AttributionTest {

  private static List<Proposal.OfClaim> claims(String text) {
    return ReadClaims.of(new RuleReader(), text);
  }

  /// A text, and its claims: speaker, stance and subject.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The map of the border is agreed, the foreign ministry said in a readout.      | the foreign ministry AGREED The map of the border
          It was said by Ann Berg on Tuesday that the annex had been settled.           | Ann Berg AGREED the annex
          A person close to Ann Berg said that the annex was settled.                   | A person close to Ann Berg AGREED the annex
          Ann Berg has dropped her objection, the union said.                           | the union AGREED her objection
          The Norwegian delegation maintained its reservation on the annex.             | The Norwegian delegation REJECTED the annex
          Ann Berg said the toll was agreed. She had met Karl Oye, whom Tom Hale sent. The map was open, she added. | Ann Berg AGREED the toll; Ann Berg OPEN The map
          Reporters were told by Karl Oye that the ceasefire line remained open.        | Karl Oye OPEN the ceasefire line
          Sir Karl Oye said that the annex on fishing was all but finished.             | Karl Oye MOSTLY_AGREED the annex on fishing
          Former foreign minister Ann Berg said the border treaty was agreed.           | Ann Berg AGREED the border treaty
          Gen. Karl "Bulldog" Oye said the ceasefire line was agreed.                   | Karl "Bulldog" Oye AGREED the ceasefire line
          Ann Berg @aberg: Annex agreed. Map still open.                                | Ann Berg AGREED Annex; Ann Berg OPEN Map
          Ann Berg (Norway): the annex is agreed.                                       | Ann Berg AGREED the annex
          A senior Norwegian official, speaking anonymously, said the annex was agreed. | A senior Norwegian official AGREED the annex
          The prime minister's office said the annex was agreed.                        | The prime minister's office AGREED the annex
          According to the communique, the parties agreed on a ceasefire.               | the communique AGREED a ceasefire
          Ann Berg - who chairs the talks - said the map was agreed.                    | Ann Berg AGREED the map
          Prime Minister Berg's spokesman, Karl Oye, said the map was agreed.           | Karl Oye AGREED the map
          Ann Berg told Karl Oye that the annex was agreed.                             | Ann Berg AGREED the annex
          State radio quoted Karl Oye as saying that the annex was agreed.              | Karl Oye AGREED the annex
          Karl Oye was quoted as saying that the annex was agreed.                      | Karl Oye AGREED the annex
          Karl Oye briefed the council. The delegate of Ghana said the map was agreed. She rejected the annex. | The delegate of Ghana AGREED the map; The delegate of Ghana REJECTED the annex
          Ann Berg, but not Karl Oye, said the map was agreed.                          | Ann Berg AGREED the map
          Ann Berg, Karl Oye and Tom Hale rejected the draft treaty.                    | Ann Berg REJECTED the draft treaty; Karl Oye REJECTED the draft treaty; Tom Hale REJECTED the draft treaty
          "The annex is agreed," Ann Berg said, adding that the map was still open.     | Ann Berg AGREED The annex; Ann Berg OPEN the map
          Although the annex was agreed, Ann Berg said, the map was not.                | Ann Berg AGREED the annex; Ann Berg OPEN the map
          The annex is agreed - but the map is not, Ann Berg said.                      | Ann Berg AGREED The annex; Ann Berg OPEN the map
          Ann Berg went on to say that the map was agreed.                              | Ann Berg AGREED the map
          Ann Berg left. A diplomat was less sure: the map, he said, was still open.    | A diplomat OPEN the map
          Ann Berg left. An aide was sure that the map, she said, was agreed.           | An aide AGREED the map
          The annex is agreed, the union leader told Radio Nord. Radio Nord is private. | the union leader AGREED The annex
          The Ministry of Trade, Ports and Health rejected the tariff.                  | The Ministry of Trade, Ports and Health REJECTED the tariff
          The map is agreed, assured an hour later, in a speech, President Ann Berg.    | Ann Berg AGREED The map
          The map is agreed, said for his part the head of the council, Karl Oye.       | Karl Oye AGREED The map
          The rest, the head of state recognised, is not agreed. President Berg left.   | Berg OPEN The rest
          The map is agreed, the Norwegian envoy told him. The envoy, Ann Berg, left.   | Ann Berg AGREED The map
          Ann Berg, who paid for it all, left. The map was agreed, the president said.  | Ann Berg AGREED The map
          Deputy minister Karl Oye left. The map is not agreed, the diplomat stressed.  | Karl Oye OPEN The map
          Ann Berg met Karl Oye. Both said that the map was agreed.                     | Ann Berg AGREED the map; Karl Oye AGREED the map
          Ann Berg met Karl Oye. The two men said the map was not agreed.               | Ann Berg OPEN the map; Karl Oye OPEN the map
          President Ann Berg met Premier Karl Oye. Both leaders said the map was open.  | Ann Berg OPEN the map; Karl Oye OPEN the map
          """)
  void whoSaysWhat(String text, String claims) {
    assertEquals(
        claims,
        claims(text).stream()
            .map(each -> each.speaker().name() + " " + each.stance() + " " + each.subject())
            .collect(Collectors.joining("; ")));
  }

  /// A text, on whose word it is told, and whose words or acts are relayed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg says she was told by Karl Oye that the annex was settled. | RELAYED         | Karl Oye
          Ann Berg accused Norway of rejecting the map.                      | RELAYED         | Norway
          Ann Berg accused Karl Oye of refusing to sign the treaty.          | RELAYED         | Karl Oye
          Ann Berg regretted that Norway had rejected the map.               | RELAYED         | Norway
          Sources said the annex was agreed.                                 | UNATTRIBUTED    | -
          A source close to the talks told Reuters the annex was agreed.     | UNATTRIBUTED    | -
          Norway refused to sign the border treaty.                          | REPORTED_SPEECH | -
          """)
  void onWhoseWord(String text, Attribution attribution, @Nullable String relayed) {
    Proposal.OfClaim claim = claims(text).getFirst();
    assertEquals(attribution, claim.attribution(), text);
    assertEquals(relayed, claim.relayedFrom(), text);
  }

  /// What has not been said, or is said neither way.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Neither Ann Berg nor Karl Oye said the map was agreed.",
        "Ann Berg would not confirm that the annex was agreed.",
        "Ann Berg could neither confirm nor deny that the annex was agreed.",
        "Ann Berg would not confirm or deny that the annex was agreed.",
        "Ann Berg did not deny that the annex was agreed.",
        "Ann Berg refused to rule out a deal on the border.",
        "Ann Berg did not rule out a deal on the border.",
        "Ann Berg declined to say that the map was agreed.",
        "Ann Berg will say on Friday that the map is agreed.",
        "Ann Berg is expected to say that the map is agreed.",
        "If Ann Berg says the map is agreed, it is agreed.",
        "Had Ann Berg said the map was agreed, the war would be over.",
        "Karl Oye was told that the annex was agreed.",
        "Ann Berg wondered whether the map was agreed.",
        "Asked whether the annex was agreed, Ann Berg nodded.",
      })
  void whatNobodyHasSaid(String text) {
    assertEquals(List.of(), claims(text));
  }

  /// The quotation is the words that say it with those that say who, and no more.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The map is agreed, the ministry said in a readout on Monday.          | The map is agreed, the ministry said
          On Monday night, in Oslo, Ann Berg said the map was agreed.           | Ann Berg said the map was agreed
          Ann Berg said the map was agreed; the weather was fine.               | Ann Berg said the map was agreed
          Reporters were told by Karl Oye that the line remained open.          | told by Karl Oye that the line remained open
          "The map is agreed," said Ann Berg, who looked tired.                 | "The map is agreed," said Ann Berg
          """)
  void theWordsThatSayIt(String text, String words) {
    assertEquals(words, claims(text).getFirst().quotation().words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          In March, Ann Berg said the map was agreed.                     | 2031-03
          In March 2030 Ann Berg said the map was agreed.                 | 2030-03
          Three weeks ago Ann Berg said the map was agreed.               | 2031-04-23
          Ann Berg said yesterday that the map was agreed.                | 2031-05-13
          On Monday night Ann Berg said the map was agreed.               | 2031-05-12
          Late on Monday, Ann Berg said the map was agreed.               | 2031-05-12
          Ann Berg, speaking on 3 May, said the map was agreed.           | 2031-05-03
          Ann Berg said at a conference on Saturday the map was agreed.   | 2031-05-10
          On the eve of the summit, Ann Berg said the map was agreed.     | -
          """)
  void whenItWasSaid(String text, @Nullable String said) {
    assertEquals(
        said, claims(text).getFirst().said() == null ? null : "" + claims(text).getFirst().said());
  }

  /// A day behind a paper is the day of the act; a place is no party.
  @Test
  void daysAndPlacesAreNeitherSubjectsNorParties() {
    Proposal.OfClaim claim = claims("Norway rejected the border treaty on Tuesday.").getFirst();
    assertEquals("the border treaty", claim.subject());
    assertEquals("2031-05-13", String.valueOf(claim.said()));
    Proposal.OfClaim other =
        claims("Ann Berg said in Oslo that Chile had left the map open.").getFirst();
    assertEquals(List.of("Chile"), other.between());
  }
}
