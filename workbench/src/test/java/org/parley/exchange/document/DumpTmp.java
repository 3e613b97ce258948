package org.parley.exchange.document;
import java.nio.file.*;
public class DumpTmp { public static void main(String[] a) throws Exception {
 Files.write(Path.of("/tmp/d/changes.docx"), WordFile.write(WrittenTexts.written(WordFileTest.BEFORE, WordFileTest.AFTER)));
 Files.write(Path.of("/tmp/d/plain.docx"), WordFile.write(WrittenTexts.written(null, WordFileTest.AFTER)));
}}
