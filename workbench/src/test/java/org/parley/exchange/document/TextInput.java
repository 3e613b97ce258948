package org.parley.exchange.document;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/// A text that a schema imports, from memory.
record TextInput(String text, String system) implements LSInput {

  @Override
  public Reader getCharacterStream() {
    return new StringReader(text);
  }

  @Override
  public @Nullable InputStream getByteStream() {
    return null;
  }

  @Override
  public String getStringData() {
    return text;
  }

  @Override
  public String getSystemId() {
    return system;
  }

  @Override
  public @Nullable String getPublicId() {
    return null;
  }

  @Override
  public @Nullable String getBaseURI() {
    return null;
  }

  @Override
  public String getEncoding() {
    return "UTF-8";
  }

  @Override
  public boolean getCertifiedText() {
    return false;
  }

  @Override
  public void setCharacterStream(Reader stream) {}

  @Override
  public void setByteStream(InputStream stream) {}

  @Override
  public void setStringData(String data) {}

  @Override
  public void setSystemId(String id) {}

  @Override
  public void setPublicId(String id) {}

  @Override
  public void setBaseURI(String uri) {}

  @Override
  public void setEncoding(String encoding) {}

  @Override
  public void setCertifiedText(boolean isCertified) {}
}
