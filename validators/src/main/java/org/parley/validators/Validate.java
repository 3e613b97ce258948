package org.parley.validators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nu.validator.validation.SimpleDocumentValidator;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/// Prints what is wrong with HTML, by the Nu Html Checker, and with PDF/UA-1, by veraPDF: a line
/// each, and a last line that counts the files.
public final class Validate {

  private Validate() {}

  /// Checks files.
  ///
  /// @param arguments the files, each `.html` or `.pdf`
  public static void main(String[] arguments) throws Exception {
    SimpleDocumentValidator html = new SimpleDocumentValidator();
    html.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Printed("schema"));
    for (String argument : arguments) {
      Path file = Path.of(argument);
      try (InputStream in = Files.newInputStream(file)) {
        if (argument.endsWith(".pdf")) {
          pdf(file.getFileName().toString(), in);
        } else {
          html.setUpValidatorAndParsers(new Printed(file.getFileName().toString()), false, false);
          html.checkHtmlInputSource(new InputSource(in));
        }
      }
    }
    System.out.println("checked " + arguments.length + " files");
  }

  private static void pdf(String name, InputStream in) throws VeraPDFException, IOException {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour ua1 = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(in, ua1);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(ua1, false)) {
      for (TestAssertion each : validator.validate(parser).getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          System.out.println(name + ": " + each.getRuleId().getClause() + ": " + each.getMessage());
        }
      }
    }
  }

  /// Prints every finding about a page.
  private record Printed(String page) implements ErrorHandler {

    /// What is said of every control that is younger than some browser.
    private static final String ANYWHERE = "is not supported in all browsers";

    @Override
    public void warning(SAXParseException e) {
      if (!String.valueOf(e.getMessage()).contains(ANYWHERE)) {
        print(e);
      }
    }

    @Override
    public void error(SAXParseException e) {
      print(e);
    }

    @Override
    public void fatalError(SAXParseException e) {
      print(e);
    }

    private void print(SAXParseException e) {
      System.out.println(page + ":" + e.getLineNumber() + ": " + e.getMessage());
    }
  }
}
