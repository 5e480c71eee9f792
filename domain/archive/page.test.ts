import { anItem, NOW, aCommand } from '../testing/deeds';
import { recordPage } from './page';

test('the page of a record marks every act as claimed or signed, and nothing else', () => {
  const life = anItem('assigned');
  life.obey(aCommand(life, 'acknowledge', NOW), NOW);
  life.obey(aCommand(life, 'report-progress', NOW), NOW, { identity: 'signed', jws: 'e30.e30.e30' });
  const { state, log, context } = life;
  const marks = [...recordPage({ state, log, context }).matchAll(/<td>(自称|签名)<\/td>/g)].map(
    ([, mark]) => mark,
  );
  expect(marks).toEqual(['自称', '签名']);
});
