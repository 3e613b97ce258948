package org.parley.exchange.agreement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.document.BracketPrinter;
import org.parley.exchange.document.AknReader;
import org.parley.exchange.document.WrittenText;
import org.parley.genius.file.InputFile;
import org.parley.model.cases.CaseView;
import org.parley.provision.HolderNames;
import org.parley.reading.source.Articles;
import org.parley.wording.Complaint;

/// The words of a file with an agreement: Word, OpenDocument, PDF, HTML, plain text, or Akoma
/// Ntoso.
///
/// @param text its lines
/// @param doubts what of the file is not in its words, each at its line of the file
public record AgreementFile(String text, List<ImportedAgreement.DoubtAtLine> doubts) {

  public AgreementFile {
    doubts = List.copyOf(doubts);
  }

  /// Reads a file.
  ///
  /// @throws IOException if it is damaged, too large, or of another kind
  public static AgreementFile read(byte[] bytes, CaseView view) throws IOException {
    if (!AknReader.isOne(bytes)) {
      return new AgreementFile(Articles.wholeText(bytes).words(), List.of());
    }
    AknReader.ReadAkn read =
        AknReader.read(
            new InputFile("the file", ByteBuffer.wrap(bytes)),
            HolderNames.of(view.parties())::find);
    return new AgreementFile(
        printer(view, read.text().language()).print(read.text()),
        read.doubts().stream()
            .map(
                each -> new ImportedAgreement.DoubtAtLine(each.line(), new Complaint(each.doubt())))
            .toList());
  }

  /// Holders are printed by their ids, which every reader of brackets knows.
  private static BracketPrinter printer(CaseView view, @Nullable String language) {
    return new BracketPrinter(id -> id.value(), WrittenText.printer(view, language).noText());
  }
}
