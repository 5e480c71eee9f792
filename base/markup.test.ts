import fc from 'fast-check';
import { html } from './markup';

describe('html', () => {
  it('escapes what can open a tag, an entity or a quote', () => {
    expect(html`<p title="${'"\''}">${'<script>&'}</p>`.toString()).toBe(
      '<p title="&quot;&#39;">&lt;script&gt;&amp;</p>',
    );
  });

  it('puts markup into markup as it is, and nothing for nothing', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`${items}${undefined}`.toString()).toBe('<li>a</li><li>&lt;</li>');
  });

  it('never lets a text through that is not escaped', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`${text}`.toString()).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
