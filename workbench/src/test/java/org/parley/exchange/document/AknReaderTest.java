package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.document.DocumentElement;
import org.parley.document.ElementKind;
import org.parley.exchange.agreement.AgreementFile;
import org.parley.exchange.document.AknReader.ReadAkn;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.provision.HolderNames;

/// Documents of other programs: read with each doubt, and refused if they are hostile.
class AknReaderTest {

  private static final String FOREIGN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
        <act name="act">
          <meta>
            <identification source="#x"><FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification>
            <references source="#x">
              <TLCOrganization eId="brenn" href="/ontology/organization/brenn" showAs="the Brenn"/>
              <TLCOrganization eId="corin" href="/ontology/organization/corin" showAs="Corin"/>
            </references>
          </meta>
          <preface><p><docTitle>Act on the <i>river</i></docTitle>, of 2025</p></preface>
          <preamble><recitals><recital><p>Whereas the river
              is long,</p></recital></recitals></preamble>
          <body>
            <chapter eId="chp_1"><num>I</num><heading>Water</heading>
              <article eId="art_1"><num>Article 1</num>
                <paragraph eId="art_1__para_1"><num>1.</num>
                  <list><intro><p>The parties</p></intro>
                    <point><num>(a)</num><content><p>meet <ref href="#x">here</ref><authorialNote><p>Or there.</p></authorialNote></p></content></point>
                    <wrapUp><p>each year.</p></wrapUp></list>
                </paragraph>
                <paragraph eId="art_1__para_2" refersTo="#brenn"><num>2.</num><content><p>Yes</p></content></paragraph>
                <paragraph eId="art_1__para_2a" alternativeTo="art_1__para_2" refersTo="#corin"><num>2.</num><content><p>No</p></content></paragraph>
                <paragraph><num>3.</num><content><table><tr><td><p>One</p></td><td><p>Two</p></td></tr></table></content></paragraph>
              </article>
            </chapter>
          </body>
          <conclusions><p>Done.</p></conclusions>
        </act>
      </akomaNtoso>
      """;

  private static ReadAkn read(String xml) throws IOException {
    return AknReader.read(
        InputFile.of("foreign.xml", xml), HolderNames.of(WrittenTexts.view().parties())::find);
  }

  @Test
  void aForeignActIsReadWithEachDoubt() throws IOException {
    ReadAkn read = read(FOREIGN);
    assertEquals("fr", read.text().language());
    String printed = WrittenTexts.written(null, read.text()).printer().print(read.text());
    assertEquals(
        """
        Act on the river, of 2025
        Whereas the river is long,
        I. Water
        Article 1
            1.
            The parties
                    (a)	meet here
                each year.
            2.	[Brenn: Yes][Corin: No]
            3.	One
            Two
        Done.""",
        printed.replaceAll("\n\n+", "\n"));
    assertEquals(
        List.of(
            "AknElementAsWords[element=list]",
            "AknElementLeftOut[element=authorialNote]",
            "AknHolderUnknown[name=Corin]",
            "AknElementAsWords[element=table]",
            "AknElementAsWords[element=tr]",
            "AknElementAsWords[element=td]",
            "AknElementAsWords[element=td]"),
        read.doubts().stream().map(each -> each.doubt().toString()).toList());
    assertTrue(read.doubts().stream().allMatch(each -> each.line() > 10));
  }

  /// OASIS Akoma Ntoso 3.0: an attachment may have a number, a heading and a subheading.
  @Test
  void anAttachmentKeepsItsNumberAndHeading() throws IOException {
    String attached =
        """
        </conclusions><attachments>
          <attachment eId="att_1"><num>Annex I</num><heading>Lines of <i>contact</i></heading><subheading>as of 1 May</subheading>
            <doc name="annex"><mainBody><paragraph><num>1.</num><content><p>From the bridge.</p></content></paragraph></mainBody></doc>
          </attachment>
          <attachment eId="att_2"><doc name="annex"><mainBody><paragraph><num>1.</num><content><p>To the mill.</p></content></paragraph></mainBody></doc></attachment>
        </attachments>""";
    ReadAkn read = read(FOREIGN.replace("</conclusions>", attached));
    List<DocumentElement> annexes =
        read.text().elements().stream().filter(each -> each.kind() == ElementKind.ANNEX).toList();
    assertEquals(
        List.of("Annex I|Lines of contact – as of 1 May", "|"),
        annexes.stream().map(each -> each.number() + "|" + each.heading()).toList());
    assertEquals(read(FOREIGN).doubts().size(), read.doubts().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><akomaNtoso><doc><mainBody><p>&x;</p></mainBody></doc></akomaNtoso>",
        "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><akomaNtoso><doc><mainBody><p>&b;</p></mainBody></doc></akomaNtoso>",
        "<akomaNtoso><doc><mainBody><p>open",
        "<akomaNtoso><doc><meta/></doc></akomaNtoso>",
        "<akomaNtoso/>",
        ""
      })
  void hostileAndDamagedFilesAreRefused(String xml) {
    assertThrows(BadFileException.class, () -> read(xml));
  }

  /// Editors give every element a prefix, begin with a byte order mark, or with notes.
  @Test
  void aFileIsKnownByItsRootWhateverStandsBefore() throws IOException {
    String prefixed =
        FOREIGN.replaceAll("<(/?)(?=[a-zA-Z])", "<$1akn:").replace("xmlns=", "xmlns:akn=");
    String noted =
        prefixed.replaceFirst("(?=<akn:akomaNtoso)", "<!-- " + "x".repeat(3_000) + " -->");
    for (String each : List.of(FOREIGN, prefixed, "\uFEFF" + prefixed, noted)) {
      assertTrue(AknReader.isOne(each.getBytes(StandardCharsets.UTF_8)), each);
    }
    assertEquals(read(FOREIGN).text(), read(prefixed).text());
    assertFalse(AknReader.isOne("<html>akomaNtoso".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void elementsThatStandTooDeepAreRefused() {
    String deep = "<doc>".repeat(100_000);
    assertThrows(BadFileException.class, () -> read("<akomaNtoso>" + deep));
  }

  @Test
  void aFileIsTakenInAsTheTextThatItPrints() throws IOException {
    String xml = AknFile.write(WrittenTexts.written(null, WordFileTest.AFTER));
    AgreementFile file =
        AgreementFile.read(xml.getBytes(StandardCharsets.UTF_8), WrittenTexts.view());
    assertEquals(List.of(), file.doubts());
    assertEquals(
        WrittenTexts.read(WordFileTest.AFTER).elements(),
        WrittenTexts.read(file.text()).elements());
  }
}
