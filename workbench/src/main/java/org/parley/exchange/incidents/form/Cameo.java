package org.parley.exchange.incidents.form;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Maps the codes of CAMEO, the older scheme, to PLOVER.
///
/// Codes are hierarchical, so the longest mapped prefix decides: 1382 is a kind of 138.
public final class Cameo {

  /// A category of PLOVER, with the mode if there is one.
  public record Meaning(String event, String mode) {}

  /// Codes, then `event` or `event/mode`.
  private static final String MAP =
      """
      01 consult
      02 request
      03 agree
      04 consult
      041 consult/phone
      042 consult/visit
      043 consult/visit
      044 consult/third-party
      05 support
      06 cooperate
      07 aid
      08 concede
      0813 retreat
      0814 retreat
      084 retreat
      0841 retreat/release
      0842 retreat/return
      085 retreat/ease
      086 retreat/access
      087 retreat/disarm
      0871 retreat/ceasefire
      0872 retreat/withdraw
      09 accuse/investigate
      10 request
      101 request/assist
      102 request/assist
      103 request/assist
      104 request/change
      105 request/change
      1051 request/yield
      1052 request/yield
      1053 request/yield
      1054 request/yield
      1055 request/yield
      1056 request/yield
      106 request/meet
      107 request/meet
      108 request/meet
      11 accuse/disapprove
      1121 accuse/allege
      1122 accuse/allege
      1123 accuse/allege
      1124 accuse/allege
      1125 accuse/allege
      114 accuse/allege
      115 accuse/allege
      12 reject
      121 reject/assist
      122 reject/assist
      123 reject/change
      124 reject/change
      1243 reject/yield
      1244 reject/yield
      1245 reject/yield
      1246 reject/yield
      125 reject/meet
      126 reject/meet
      127 reject/meet
      128 reject/yield
      129 reject/yield
      13 threaten
      1311 threaten/relations
      1312 threaten/restrict
      1313 threaten/relations
      132 threaten/ban
      1321 threaten/political
      1323 threaten/restrict
      1324 threaten/restrict
      133 threaten/relations
      134 threaten/relations
      135 threaten/relations
      136 threaten/expel
      137 threaten/violence
      138 threaten/violence
      1381 threaten/restrict
      1382 threaten/territory
      139 threaten/relations
      14 protest
      141 protest/demo
      142 protest/hunger
      143 protest/boycott
      144 protest/obstruct
      145 protest/riot
      15 mobilize
      151 mobilize/police
      152 mobilize/troops
      153 mobilize/police
      154 mobilize/troops
      16 sanction
      161 sanction/withdraw
      162 sanction/discontinue
      163 coerce/restrict
      164 sanction/withdraw
      165 sanction/withdraw
      166 sanction/expel
      17 coerce
      171 coerce/seize
      1712 assault/seize
      172 coerce/restrict
      1722 coerce/ban
      1723 coerce/curfew
      1724 coerce/martial-law
      173 coerce/arrest
      174 coerce/deport
      175 assault
      18 assault
      181 assault/abduct
      182 assault/beat
      1821 assault/sexual
      1822 assault/torture
      1823 assault
      183 assault/suicide-attack
      1832 assault/explosives
      1833 assault/explosives
      184 assault/abduct
      185 assault/assassinate
      186 assault/assassinate
      19 assault
      191 coerce/restrict
      192 coerce/seize
      193 assault/firearms
      194 assault/heavy-weapons
      195 assault/heavy-weapons
      20 assault
      200 assault/massacre
      201 assault/cleansing
      202 assault/massacre
      203 assault/cleansing
      204 assault/unconventional
      """;

  private static final Map<String, Meaning> MEANINGS = meanings();

  private Cameo() {}

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    for (String line : MAP.lines().toList()) {
      String[] words = line.strip().split(" ");
      String[] meaning = words[1].split("/");
      meanings.put(words[0], new Meaning(meaning[0], meaning.length > 1 ? meaning[1] : ""));
    }
    return Map.copyOf(meanings);
  }

  /// The meaning of a code of two to four digits; empty if it is not a CAMEO code.
  public static Optional<Meaning> find(String code) {
    if (!code.matches("[0-9]{2,4}")) {
      return Optional.empty();
    }
    for (int length = code.length(); length >= 2; length--) {
      Meaning meaning = MEANINGS.get(code.substring(0, length));
      if (meaning != null) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }

  /// A category of PLOVER in its present name: drafts had others.
  static String present(String event) {
    String folded = event.strip().toLowerCase(Locale.ROOT);
    return switch (folded) {
      case "demand" -> "request";
      case "fight" -> "assault";
      case "investigate", "disapprove" -> "accuse";
      default -> folded;
    };
  }
}
