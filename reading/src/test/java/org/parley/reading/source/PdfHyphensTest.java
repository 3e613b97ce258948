package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words that were divided at the end of their line.
class PdfHyphensTest {

  @ParameterizedTest
  @CsvSource({
    "The verifica-,tion commission meets.,The verification commission meets.",
    "Die Überprü\u00ad,fung beginnt.,Die Überprüfung beginnt.",
    "La véri\u2010,fication commence.,La vérification commence.",
    "Перевір-,ка триває.,Перевірка триває.",
    "a cease-,fire holds,a cease-fire holds",
    "the United Nations-,Arda mission,the United Nations-Arda mission",
    "the EU-,led mission,the EU-led mission",
    "from 1990-,2000 on,from 1990- 2000 on",
    "the zone -,as agreed,the zone - as agreed",
    "'',Article 5,Article 5"
  })
  void aDividedWordIsWholeAndACompoundKeepsItsHyphen(String above, String below, String whole) {
    PdfHyphens hyphens = new PdfHyphens();
    hyphens.note("The cease-fire began at noon.");
    StringBuilder words = new StringBuilder(above);
    hyphens.append(words, below);
    assertEquals(whole, words.toString());
  }
}
