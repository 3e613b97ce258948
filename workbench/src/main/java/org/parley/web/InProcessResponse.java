package org.parley.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answer to a request within this program, kept in memory. Cookies and redirections are
/// refused: the public gets neither.
final class InProcessResponse extends HttpServletResponseWrapper {

  private static final String TYPE = "Content-Type";
  private static final int FIRST_BYTES = 1 << 14;

  private static final HttpServletResponse NOTHING =
      (HttpServletResponse)
          Proxy.newProxyInstance(
              InProcessResponse.class.getClassLoader(),
              new Class<?>[] {HttpServletResponse.class},
              (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(FIRST_BYTES);
  private final ServletOutputStream out = new Body(body);
  private int status = HttpServletResponse.SC_OK;

  InProcessResponse() {
    super(NOTHING);
  }

  /// The bytes that were written.
  byte[] body() {
    return body.toByteArray();
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, new ArrayList<>(List.of(value)));
    }
  }

  @Override
  public void addHeader(String name, String value) {
    headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, Integer.toString(value));
  }

  @Override
  public void setDateHeader(String name, long millis) {
    setHeader(name, Long.toString(millis));
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsKey(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.getFirst();
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return List.copyOf(headers.getOrDefault(name, List.of()));
  }

  @Override
  public Collection<String> getHeaderNames() {
    return List.copyOf(headers.keySet());
  }

  @Override
  public @Nullable String getContentType() {
    return getHeader(TYPE);
  }

  @Override
  public void setContentType(@Nullable String type) {
    setHeader(TYPE, type);
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public void setCharacterEncoding(String charset) {
    // all is written in UTF-8
  }

  @Override
  public void setContentLength(int length) {
    // the body has its length
  }

  @Override
  public void setContentLengthLong(long length) {
    // the body has its length
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return out;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {
    // nobody reads it meanwhile
  }

  private static final class Body extends ServletOutputStream {

    private final ByteArrayOutputStream into;

    Body(ByteArrayOutputStream into) {
      this.into = into;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("writing later");
    }

    @Override
    public void write(int one) {
      into.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      into.write(bytes, from, length);
    }
  }
}
